import type { QueryClient } from '@tanstack/react-query'
import { io, type Socket } from 'socket.io-client'
import type { Changed, LiveTopic } from '../../contract/live.ts'
import { gatherTopics } from './gather-topics.ts'
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

/** The server tells again what it told in the last ten seconds; whoever joins later than this reads again instead. */
const TOLD_AGAIN_MS = 5_000
/** The token is renewed this long before it ends, so that the socket need not drop. */
const RENEW_BEFORE_MS = 60_000
/** A device whose clock is wrong still does not ask more often than this. */
const RENEW_AT_MOST_EVERY_MS = 30_000

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
  const stateListeners = listeners<void>()
  const changeListeners = listeners<Changed>()
  let state: LiveState = 'off'
  let hadGap = false
  /** When the screens began to be read without a line. */
  let lineless = Date.now()

  const socket = socketFor(baseUrl, session)
  const watching = keepWatching(socket, (topic) => void readAgain(queries, new Set([topic])))
  const gather = gatherTopics((topics) => void readAgain(queries, topics))
  const gatherGaps = gatherTopics(() => void queries.invalidateQueries())

  function become(next: LiveState) {
    if (state === next) return
    state = next
    stateListeners.tell()
  }

  async function comeBack() {
    // A pause, so that a server that keeps turning this socket away is not asked at full speed.
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    if (session.state() !== 'in') return
    const token = await session.renew(session.token()).catch(() => session.token())
    if (token && !socket.active) socket.connect()
  }

  socket.on('connect', () => {
    become('live')
    // What happened while the line was down was not heard: everything on the screen is read again. While it was first
    // made, only moments passed: those are told again, unless it took long.
    if (hadGap || isLate(lineless)) void queries.invalidateQueries()
    else socket.emit('catch-up')
    hadGap = false
    watching.tellAll()
  })
  socket.on('gap', (told?: number) => gatherGaps([], told))
  socket.on('changed', (changed: Changed, told?: number) => {
    changeListeners.tell(changed)
    gather(topicsOf(changed), told)
  })
  socket.on('disconnect', (reason) => {
    hadGap = true
    become(session.state() === 'in' ? 'connecting' : 'off')
    // The server drops sockets whose token is revoked or too old; a new token decides which it was.
    if (reason === 'io server disconnect') void comeBack()
  })
  socket.on('connect_error', () => {
    hadGap = true
    // An inactive socket was turned away by the server and will not try again by itself.
    if (!socket.active) void comeBack()
  })

  function follow() {
    if (session.state() !== 'in') {
      lineless = Date.now()
      socket.disconnect()
      become('off')
    } else if (!socket.active) {
      become('connecting')
      socket.connect()
    }
  }
  session.listen(follow)
  follow()
  keepToken(session, socket)
  return {
    state: () => state,
    listen: stateListeners.add,
    onChanged: changeListeners.add,
    watch: watching.watch,
  }
}

/** Not yet open; asks for the token anew whenever it connects. */
function socketFor(baseUrl: string, session: Session): Socket {
  return io(baseUrl || undefined, {
    path: '/socket.io',
    autoConnect: false,
    transports: ['websocket', 'polling'],
    auth: (give) => give({ token: session.token() }),
  })
}

/** Who wants to hear of something. */
function listeners<What>() {
  const all = new Set<(what: What) => void>()
  return {
    tell: (what: What) => {
      for (const listener of all) listener(what)
    },
    add: (listener: (what: What) => void) => {
      all.add(listener)
      return () => {
        all.delete(listener)
      }
    },
  }
}

/** Tells the server each new token, and asks for the next one before the last ends. */
function keepToken(session: Session, socket: Socket): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let told = session.token()
  session.listen(() => {
    const token = session.token()
    if (token === told) return
    told = token
    clearTimeout(timer)
    const endsIn = session.endsInMs()
    if (endsIn === null) return
    if (socket.connected) socket.emit('renew', { token })
    const wait = Math.max(endsIn - RENEW_BEFORE_MS, RENEW_AT_MOST_EVERY_MS)
    timer = setTimeout(() => void session.renew(token).catch(() => undefined), wait)
  })
}

/** Whether what was told since then may not be told again any more. */
function isLate(since: number): boolean {
  return Date.now() - since > TOLD_AGAIN_MS
}

interface Watched {
  topic: LiveTopic
  id: string
  screens: number
  /** When it was first shown; null once its room was joined. */
  since: number | null
}

/**
 * Which things the screens show now; told once per thing however many screens show it, and again on every new line.
 * @param missed what may have changed unheard, because joining its room took long
 */
function keepWatching(socket: Socket, missed: (topic: string) => void) {
  const watched = new Map<string, Watched>()
  const ask = (key: string, entry: Watched) =>
    socket.emit('watch', { topic: entry.topic, id: entry.id }, () => {
      if (entry.since !== null && isLate(entry.since)) missed(key)
      // On a later line everything is read again anyway.
      entry.since = null
    })
  return {
    tellAll() {
      for (const [key, entry] of watched) ask(key, entry)
    },
    watch(topic: LiveTopic, id: string): () => void {
      const key = `${topic}:${id}`
      const entry = watched.get(key) ?? { topic, id, screens: 0, since: Date.now() }
      entry.screens += 1
      watched.set(key, entry)
      if (entry.screens === 1 && socket.connected) ask(key, entry)
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
