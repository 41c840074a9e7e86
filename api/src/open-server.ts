import { createServer, type Server } from 'node:http'
import type { Changed } from '@tsumugi/kit/contract/live.ts'
import type { Express } from 'express'
import { createApp } from './app.ts'
import { openChangeLine } from './db/change-line.ts'
import { type Authenticate, makeAuthenticate } from './http/authenticate.ts'
import type { OpenedWorld } from './open-world.ts'
import { loadActor } from './people/public.ts'
import { openSockets } from './realtime/public.ts'
import { routes } from './routes.ts'

/** An HTTP server with its sockets, not yet listening. */
export interface OpenedServer {
  server: Server
  authenticate: Authenticate
  /** Stops accepting, drops sockets, lets running requests finish for so many seconds, then cuts them. */
  close(secondsMax: number): Promise<void>
}

/** After these, what is believed of a person's token no longer holds. */
const endings: ReadonlySet<string> = new Set(['session.ended', 'session.refused', 'membership.changed'])

/** Puts requests, sockets and the line to the house's other processes together. */
export async function openServer(
  world: OpenedWorld,
  options: { databaseUrl: string; mountScreens?: (app: Express) => void },
): Promise<OpenedServer> {
  const authenticate = makeAuthenticate(world, loadActor)
  let isStopping = false
  const { mountScreens } = options
  const server = createServer(createApp(world, authenticate, routes, { mountScreens, isStopping: () => isStopping }))
  // Uploads over slow lines take long; headers do not.
  server.requestTimeout = 3_600_000
  server.headersTimeout = 30_000
  const sockets = openSockets(server, world, authenticate)

  function hear(changes: readonly Changed[]): void {
    for (const { action, personId } of changes) if (personId && endings.has(action)) authenticate.forget(personId)
    sockets.tell(changes)
  }
  const line = await openChangeLine(options.databaseUrl, { onChanges: hear, onGap: sockets.tellGap })
  world.onChange((changes) => {
    hear(changes)
    line.send(changes)
  })

  return {
    server,
    authenticate,
    async close(secondsMax) {
      isStopping = true
      sockets.close()
      const ended = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      const cutting = setTimeout(() => server.closeAllConnections(), secondsMax * 1000)
      await ended
      clearTimeout(cutting)
      await line.close()
    },
  }
}
