import { type Changed, changed } from '@tsumugi/kit/contract/live.ts'
import pg from 'pg'
import { z } from 'zod'
import { newId } from '../kernel/ids.ts'

const channel = 'tsumugi_changes'
/** PostgreSQL refuses notifications of 8,000 bytes and more; ids only, so dozens of changes fit. */
const messageBytesMax = 7_500
/** Changes of so many milliseconds travel together: each notification is a commit of its own. */
const gatherMs = 20
const reconnectMs = 1_000

const message = z.object({ from: z.string(), changes: z.array(changed), gap: z.boolean() })
type Message = z.infer<typeof message>

/** Carries committed changes between the processes of one house, by PostgreSQL's LISTEN and NOTIFY. */
export interface ChangeLine {
  /** Tells the other processes; returns at once. */
  send(changes: readonly Changed[]): void
  close(): Promise<void>
}

/** Who hears what. */
export interface ChangeListener {
  /** Changes other processes made. */
  onChanges(changes: Changed[]): void
  /** The line was down, here or at another process: some changes were not heard. */
  onGap(): void
}

/** Opens the line on a connection of its own and opens it again whenever it drops. */
export async function openChangeLine(url: string, listener: ChangeListener): Promise<ChangeLine> {
  const self = newId()
  let client: pg.Client | null = null
  let closed = false
  let waiting: Changed[] = []
  let gathering: NodeJS.Timeout | null = null
  let reopening: NodeJS.Timeout | null = null

  function hear(payload: string | undefined): void {
    const parsed = message.safeParse(jsonOf(payload))
    if (!parsed.success || parsed.data.from === self) return
    if (parsed.data.changes.length > 0) listener.onChanges(parsed.data.changes)
    if (parsed.data.gap) listener.onGap()
  }

  async function open(): Promise<void> {
    const opening = new pg.Client({ connectionString: url, keepAlive: true })
    // Without this listener a restart of the database would end the process.
    opening.on('error', () => {})
    opening.on('notification', ({ payload }) => hear(payload))
    await opening.connect()
    await opening.query(`LISTEN ${channel}`)
    opening.once('end', () => {
      client = null
      reopenSoon()
    })
    client = opening
  }

  function reopenSoon(): void {
    if (closed) return
    reopening = setTimeout(() => {
      open().then(() => {
        listener.onGap()
        return notify([{ from: self, changes: [], gap: true }])
      }, reopenSoon)
    }, reconnectMs)
  }

  async function notify(messages: Message[]): Promise<void> {
    const payloads = messages.map((each) => JSON.stringify(each))
    // Lost when the connection drops right now; the gap is announced once it is back.
    await client
      ?.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) payload', [channel, payloads])
      .catch(() => {})
  }

  function flush(): Promise<void> {
    if (gathering) clearTimeout(gathering)
    gathering = null
    const changes = waiting
    waiting = []
    return notify(packed(self, changes))
  }

  await open()
  return {
    send(changes) {
      waiting.push(...changes)
      gathering ??= setTimeout(flush, gatherMs)
    },
    async close() {
      closed = true
      if (reopening) clearTimeout(reopening)
      await flush()
      await client?.end()
    },
  }
}

/** Equal changes once, in as few messages as fit. */
function packed(from: string, changes: readonly Changed[]): Message[] {
  const messages: Message[] = []
  let room = 0
  for (const text of new Set(changes.map((change) => JSON.stringify(change)))) {
    const bytes = Buffer.byteLength(text) + 1
    if (bytes > room) {
      messages.push({ from, changes: [], gap: false })
      room = messageBytesMax - 200
    }
    messages.at(-1)?.changes.push(changed.parse(JSON.parse(text)))
    room -= bytes
  }
  return messages
}

function jsonOf(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '')
  } catch {
    // Somebody else's notification on our channel.
    return null
  }
}
