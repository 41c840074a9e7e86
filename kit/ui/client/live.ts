import type { QueryClient } from '@tanstack/react-query'
import { io } from 'socket.io-client'
import type { Changed, LiveTopic } from '../../contract/live.ts'
import type { Session } from './session.ts'

/** `connecting` also covers a lost line being looked for. */
export type LiveState = 'connecting' | 'live' | 'off'

export interface Live {
  state(): LiveState
  listen(listener: () => void): () => void
  /** Hears every change this person may know of. */
  onChanged(listener: (changed: Changed) => void): () => void
  /** Asks the server to tell about one thing while it is on the screen. Returns the way to stop. */
  watch(topic: LiveTopic, id: string): () => void
}

/** Changes that come close together are read again once, this many milliseconds after the first. */
const GATHER_MS = 120

/** Keeps a socket open while somebody is signed in, and has the queries that show a changed thing read it again. */
export function openLive({
  baseUrl,
  session,
  queries,
}: {
  baseUrl: string
  session: Session
  queries: QueryClient
}): Live {
  const stateListeners = new Set<() => void>()
  const changeListeners = new Set<(changed: Changed) => void>()
  const watched = new Map<string, { topic: LiveTopic; id: string; screens: number }>()
  let state: LiveState = 'off'
  let hadGap = false

  const socket = io(baseUrl || undefined, {
    path: '/socket.io',
    autoConnect: false,
    transports: ['websocket', 'polling'],
    auth: (give) => give({ token: session.token() }),
  })

  function become(next: LiveState) {
    if (state === next) return
    state = next
    for (const listener of stateListeners) listener()
  }

  socket.on('connect', () => {
    become('live')
    // What happened while the line was down was not heard: everything on the screen is read again.
    if (hadGap) void queries.invalidateQueries()
    hadGap = false
    for (const { topic, id } of watched.values()) socket.emit('watch', { topic, id })
  })
  socket.on('disconnect', (reason) => {
    hadGap = true
    become(session.state() === 'in' ? 'connecting' : 'off')
    // The server drops sockets whose token is revoked or too old; a new token decides which it was.
    if (reason === 'io server disconnect') void reconnect()
  })
  socket.on('connect_error', () => {
    hadGap = true
    // An inactive socket was turned away by the server and will not try again by itself.
    if (!socket.active) void reconnect()
  })

  async function reconnect() {
    // A pause, so that a server that keeps turning this socket away is not asked at full speed.
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const token = await session.renew(session.token()).catch(() => session.token())
    if (token && !socket.active) socket.connect()
  }

  const gathered = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  socket.on('changed', (changed: Changed) => {
    for (const listener of changeListeners) listener(changed)
    for (const topic of topicsOf(changed)) gathered.add(topic)
    timer ??= setTimeout(() => {
      timer = undefined
      const topics = new Set(gathered)
      gathered.clear()
      void readAgain(queries, topics)
    }, GATHER_MS)
  })

  function follow() {
    if (session.state() === 'in') {
      if (!socket.active) {
        become('connecting')
        socket.connect()
      }
    } else {
      socket.disconnect()
      become('off')
    }
  }
  session.listen(follow)
  follow()

  return {
    state: () => state,
    listen: (listener) => {
      stateListeners.add(listener)
      return () => stateListeners.delete(listener)
    },
    onChanged: (listener) => {
      changeListeners.add(listener)
      return () => changeListeners.delete(listener)
    },
    watch: (topic, id) => {
      const key = `${topic}:${id}`
      const entry = watched.get(key) ?? { topic, id, screens: 0 }
      entry.screens += 1
      watched.set(key, entry)
      if (entry.screens === 1 && socket.connected) socket.emit('watch', { topic, id })
      return () => {
        entry.screens -= 1
        if (entry.screens > 0) return
        watched.delete(key)
        if (socket.connected) socket.emit('unwatch', { topic, id })
      }
    },
  }
}

/**
 * What a change touches: the noun of its action (`task` of `task.claimed`) and each thing it names, as a kind (`order`) and
 * as that very thing (`order:0192…`).
 */
export function topicsOf(changed: Changed): string[] {
  const named = {
    order: changed.orderId,
    team: changed.teamId,
    person: changed.personId,
    assignment: changed.assignmentId,
  }
  const topics = [changed.action.split('.')[0] ?? '']
  for (const [topic, id] of Object.entries(named)) if (id) topics.push(topic, `${topic}:${id}`)
  return topics
}

/** Marks every query that shows one of the topics as out of date; those on the screen are read again at once. */
export function readAgain(queries: QueryClient, topics: ReadonlySet<string>): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ meta }) => Array.isArray(meta?.topics) && meta.topics.some((topic: string) => topics.has(topic)),
  })
}
