import { createServer, type Server } from 'node:http'
import { setTimeout as takeLeave } from 'node:timers/promises'
import type { Changed } from '@tsumugi/kit/contract/live.ts'
import type { Express, RequestHandler } from 'express'
import { loadKeyHolder } from './access/public.ts'
import { createApp } from './app.ts'
import { openChangeLine } from './db/change-line.ts'
import { type Authenticate, makeAuthenticate } from './http/authenticate.ts'
import { type Metrics, openMetrics } from './http/metrics.ts'
import type { OpenedWorld } from './open-world.ts'
import { loadActor } from './people/public.ts'
import { openSockets } from './realtime/public.ts'
import { routes } from './routes.ts'

/** An HTTP server with its sockets, not yet listening. */
export interface OpenedServer {
  server: Server
  authenticate: Authenticate
  /** null: the settings ask for none. */
  metrics: Metrics | null
  /** Says so to balancers, stops accepting, drops sockets, lets running requests finish for so many seconds, then cuts them. */
  close(secondsMax: number): Promise<void>
}

/**
 * Before it stops, a server answers for so long with `Connection: close`: a balancer that keeps its connections open asks
 * over others then, and is not cut off in the middle of a request.
 */
const leaveSeconds = 1

/** After these, what is believed of a person's token no longer holds. */
const endings: ReadonlySet<string> = new Set([
  'session.ended',
  'session.refused',
  'membership.changed',
  'me.changed',
  'second_factor.confirmed',
  'second_factor.removed',
  'second_factor.reset',
  'passkey.added',
  'passkey.removed',
  'api_key.revoked',
])

/** Puts requests, sockets and the line to the house's other processes together. */
export async function openServer(
  world: OpenedWorld,
  options: {
    databaseUrl: string
    mountScreens?: (app: Express) => void
    watch?: readonly RequestHandler[]
    openapiFile?: string
  },
): Promise<OpenedServer> {
  const authenticate = makeAuthenticate(world, { loadActor, loadKeyHolder })
  let isStopping = false
  const { mountScreens, watch = [], openapiFile } = options
  const { metricsPort, metricsToken } = world.settings
  let connected = () => 0
  const isMeasured = metricsPort !== null || metricsToken !== null
  const metrics = isMeasured ? openMetrics(world, () => connected()) : null
  const app = createApp(world, authenticate, routes, {
    mountScreens,
    openapiFile,
    isStopping: () => isStopping,
    watch: metrics ? [metrics.watch, ...watch] : watch,
    answerMetrics: metrics && metricsToken !== null ? metrics.answerHolder(metricsToken) : undefined,
  })
  const server = createServer(app)
  // Uploads over slow lines take long; headers do not.
  server.requestTimeout = 3_600_000
  server.headersTimeout = 30_000
  const sockets = openSockets(server, world, authenticate)
  connected = sockets.connected

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
    metrics,
    async close(secondsMax) {
      isStopping = true
      await takeLeave(Math.min(leaveSeconds, secondsMax) * 1000)
      sockets.close()
      const ended = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      // Connections over which something was still asked end once they are idle.
      const sweeping = setInterval(() => server.closeIdleConnections(), 100)
      const cutting = setTimeout(() => server.closeAllConnections(), secondsMax * 1000)
      await ended
      clearInterval(sweeping)
      clearTimeout(cutting)
      await line.close()
    },
  }
}
