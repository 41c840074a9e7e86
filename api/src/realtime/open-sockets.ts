import type { Server as HttpServer } from 'node:http'
import type { Changed } from '@tsumugi/kit/contract/live.ts'
import { type DefaultEventsMap, Server, type Socket } from 'socket.io'
import { z } from 'zod'
import { type Authenticate, accessTokenEnd } from '../http/authenticate.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Actor } from '../permissions/may.ts'
import type { World } from '../world.ts'
import { endedSessions } from './get-ended-sessions.ts'
import { toldLately } from './get-told-lately.ts'
import { isWatchable } from './get-watchable.ts'
import { personRoom, roomsOfPerson, tellingsOf, watchedRoom } from './rooms.ts'

/** What one socket is: whose, and until when. */
interface Held {
  token: string
  personId: string
  sessionId: string
  endsAt: Date
  /** Rooms asked for by `watch`, also while it is still being looked up whether they may. */
  watched: Set<string>
  /** Messages since the last sweep. */
  heard: number
}
type Line = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Held>

/** The open sockets of this process. */
export interface Sockets {
  /** Tells whoever may know. */
  tell(changes: readonly Changed[]): void
  /** Changes were missed: everybody reads again what they show. */
  tellGap(): void
  /** How many are open. */
  connected(): number
  close(): void
}

const socketsPerPersonMax = 40
const watchedMax = 200
/** More messages than this between two sweeps are no screen's. */
const heardMax = 500
/** A backstop: endings are told at once; this finds what was not heard. */
const sweepMs = 5_000
const watchMessage = z.object({ topic: z.enum(['order', 'team', 'assignment', 'person']), id: z.uuid() })
const tokenMessage = z.object({ token: z.string().max(2_000) })

/** Opens the sockets over an HTTP server, on /socket.io, for people with an access token. */
export function openSockets(server: HttpServer, world: World, authenticate: Authenticate): Sockets {
  const io = new Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Held>({
    path: '/socket.io',
    serveClient: false,
    // Messages are ids; a socket that has not signed in after five seconds is nobody's.
    maxHttpBufferSize: 10_000,
    connectTimeout: 5_000,
  })
  io.attach(server)

  io.use((socket, next) => {
    admit(io, socket, world, authenticate).then(
      () => next(),
      (reason: unknown) => {
        if (!(reason instanceof Refusal)) world.log.error({ err: reason }, 'a socket could not be admitted')
        next(new Error(reason instanceof Refusal ? reason.code : 'session.required'))
      },
    )
  })
  io.on('connection', (socket) => listen(socket, world, authenticate))
  const sweeping = setInterval(() => {
    for (const socket of io.sockets.sockets.values()) socket.data.heard = 0
    sweep(io, world).catch((error: unknown) => world.log.error({ err: error }, 'sockets could not be swept'))
  }, sweepMs)

  return {
    tell(changes) {
      for (const change of changes) {
        for (const { rooms, telling } of tellingsOf(change)) {
          io.local.to(rooms).emit('changed', telling, toldIn(io, rooms))
        }
        void drop(io, world, change)
      }
    },
    tellGap: () => void io.local.emit('gap', io.engine.clientsCount),
    connected: () => io.engine.clientsCount,
    close() {
      clearInterval(sweeping)
      io.local.disconnectSockets(true)
      io.engine.close()
    },
  }
}

/** About how many hear of it here: screens that are many read again one after the other. */
function toldIn(io: Server, rooms: readonly string[]): number {
  return rooms.reduce((sum, room) => sum + (io.sockets.adapter.rooms.get(room)?.size ?? 0), 0)
}

async function admit(io: Server, socket: Line, world: World, authenticate: Authenticate): Promise<void> {
  const { token } = tokenIn(socket.handshake.auth)
  const actor = await authenticate(`Bearer ${token}`)
  const others = io.sockets.adapter.rooms.get(personRoom(actor.personId))?.size ?? 0
  if (others >= socketsPerPersonMax) throw new Refusal('request.too_many', { seconds: 60 })
  const { personId, sessionId } = actor
  socket.data = { token, personId, sessionId, endsAt: accessTokenEnd(token), watched: new Set(), heard: 0 }
  await socket.join(roomsOfPerson(actor))
  // It may have ended while the rooms were joined, before this socket could be found by them.
  await authenticate(`Bearer ${token}`)
}

function listen(socket: Line, world: World, authenticate: Authenticate): void {
  socket.use((_message, next) => {
    socket.data.heard += 1
    if (socket.data.heard > heardMax) socket.disconnect(true)
    else next()
  })
  const handled = (work: (message: unknown) => Promise<void>) => (message: unknown, done: unknown) => {
    const answer = () => (typeof done === 'function' ? done() : undefined)
    work(message).then(answer, (reason: unknown) => {
      if (reason instanceof Refusal) socket.disconnect(true)
      else world.log.error({ err: reason }, 'a socket’s message failed')
    })
  }
  socket.on(
    'watch',
    handled((message) => watch(socket, world, authenticate, message)),
  )
  socket.on(
    'catch-up',
    handled(() => catchUp(socket, world, socket.rooms)),
  )
  socket.on('unwatch', (message: unknown) => {
    const parsed = watchMessage.safeParse(message)
    if (!parsed.success) return
    const { topic, id } = parsed.data
    socket.data.watched.delete(`${topic}:${id}`)
    if (topic === 'order' || topic === 'assignment') {
      void socket.leave(`${topic}:${id}`)
      void socket.leave(`outside:${topic}:${id}`)
    }
  })
  socket.on(
    'renew',
    handled((message) => renew(socket, authenticate, message)),
  )
}

async function watch(socket: Line, world: World, authenticate: Authenticate, message: unknown): Promise<void> {
  const parsed = watchMessage.safeParse(message)
  // One's own room is joined already, and nobody watches another person.
  if (!parsed.success || parsed.data.topic === 'person') return
  const { topic, id } = parsed.data
  // Staff hear of every order wherever they look.
  if (topic === 'order' && socket.rooms.has('staff')) return
  const key = `${topic}:${id}`
  const { watched } = socket.data
  if (watched.has(key) || watched.size >= watchedMax) return
  watched.add(key)
  const actor: Actor = await authenticate(`Bearer ${socket.data.token}`)
  const may = await isWatchable(world, actor, topic, id)
  if (!may) watched.delete(key)
  if (!may || !watched.has(key) || !socket.connected) return
  const room = watchedRoom(actor, topic, id)
  await socket.join(room)
  await catchUp(socket, world, new Set([room]))
}

/** Tells again what was told just before the socket joined: its screen may have been read before that. */
async function catchUp(socket: Line, world: World, rooms: ReadonlySet<string>): Promise<void> {
  const told = await toldLately(world, rooms)
  if (told === null) socket.emit('gap', 1)
  else for (const telling of told) socket.emit('changed', telling, 1)
}

async function renew(socket: Line, authenticate: Authenticate, message: unknown): Promise<void> {
  const { token } = tokenIn(message)
  const actor = await authenticate(`Bearer ${token}`)
  if (actor.personId !== socket.data.personId) throw new Refusal('session.required')
  const { sessionId } = actor
  socket.data = { ...socket.data, token, sessionId, endsAt: accessTokenEnd(token) }
}

/** After an ending of sessions those sockets drop; after a change of roles all of the person's, to come back with the new. */
async function drop(io: Server, world: World, change: Changed): Promise<void> {
  if (!change.personId) return
  const room = personRoom(change.personId)
  if (change.action === 'membership.changed') io.local.in(room).disconnectSockets(true)
  if (change.action !== 'session.ended' && change.action !== 'session.refused') return
  await sweep(io, world, room).catch((error: unknown) =>
    world.log.error({ err: error }, 'sockets could not be dropped'),
  )
}

async function sweep(io: Server, world: World, room?: string): Promise<void> {
  const now = world.clock.now()
  const inRoom = room === undefined ? null : (io.sockets.adapter.rooms.get(room) ?? new Set())
  const lines = [...io.sockets.sockets.values()].filter((line) => !inRoom || inRoom.has(line.id)) as Line[]
  const ended = await endedSessions(world, [...new Set(lines.map((line) => line.data.sessionId))])
  for (const line of lines) {
    if (ended.has(line.data.sessionId) || line.data.endsAt <= now) line.disconnect(true)
  }
}

function tokenIn(message: unknown): { token: string } {
  const parsed = tokenMessage.safeParse(message)
  if (!parsed.success) throw new Refusal('session.required')
  return parsed.data
}
