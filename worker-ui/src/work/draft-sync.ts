/**
 * How work in progress travels between this device and the server. Pure: facts in, the next state out.
 *
 *          edited                    sendBegan                     sendAnswered
 *   saved ────────▶ edit > saved ───────────────▶ sending ─────────────────────────▶ saved
 *                        ▲                          │  │
 *                        └──────── sendLost ────────┘  └─ conflictMet ─▶ ours after all │ taken over │ halted: conflict ─ chosen ▶
 *                                                      └─ turnedAway ──▶ halted: not_yours
 *
 * What always holds: the newest edit of this device is in `newest`, and whatever gives way to something else is handed
 * out as `aside`, to be kept. Time is not here; see `dueInMs` for when to send.
 */
export interface SyncState<T> {
  /** Version of the server's draft this device builds on; 0 before any. */
  readonly base: number
  /** Counts the edits made on this device. */
  readonly edit: number
  /** The last edit that changed content, and not only the time worked. */
  readonly touched: number
  /** The edit the server last confirmed. */
  readonly saved: number
  readonly newest: T
  /** Marks of what was sent on top of `base` without an answer: a lost answer may have been a yes. */
  readonly unsure: readonly string[]
  /** The edit on its way to the server. */
  readonly sending: number | null
  /** Sends in a row that got no answer. */
  readonly failures: number
  readonly halt: Halt<T> | null
}

/** The draft as the server has it; `mark` tells equal content from different. */
export interface ServerDraft<T> {
  version: number
  content: T
  mark: string
  savedAt: string
}

/** Why nothing is sent until somebody decides. */
export type Halt<T> = { why: 'conflict'; theirs: ServerDraft<T> } | { why: 'not_yours' }

/** What of a state stays on the device, and is enough to go on after a crash. */
export type KeptState<T> = Pick<SyncState<T>, 'base' | 'edit' | 'touched' | 'saved' | 'newest' | 'unsure'>

/** A next state, and content that gave way in it and must be kept somewhere. */
export interface Step<T> {
  state: SyncState<T>
  aside: T | null
}

/** No more marks than this are remembered; without a line nothing is sent, so that it is never reached. */
const unsureMax = 100

const fresh = { unsure: [], sending: null, failures: 0, halt: null }

/** Work is opened: which copy goes on, the device's or the server's. `blank` when there is neither. */
export function opened<T>(
  server: ServerDraft<T> | null,
  device: KeptState<T> | null,
  blank: T,
  markOf: (content: T) => string,
): Step<T> {
  const version = server?.version ?? 0
  if (device === null) return fromServer(version, server?.content ?? blank)
  const state = { ...fresh, ...device }
  const mine = markOf(device.newest)
  if (server?.mark === mine) return settled({ ...state, base: version, saved: state.edit, unsure: [] })
  if (version === state.base) {
    // The same version with other content is an installation that was put back in time: this device knows more.
    return settled(state.edit > state.saved ? state : { ...state, edit: state.edit + 1, touched: state.edit + 1 })
  }
  if (version < state.base) {
    const edit = state.edit + 1
    return { state: { ...state, base: version, edit, touched: edit, unsure: [] }, aside: server?.content ?? null }
  }
  return server === null ? settled(state) : conflictMet(state, server, mine)
}

function settled<T>(state: SyncState<T>): Step<T> {
  return { state, aside: null }
}

function fromServer<T>(version: number, content: T): Step<T> {
  return settled({ ...fresh, base: version, edit: 0, touched: 0, saved: 0, newest: content })
}

/** An edit on this device; `touched: false` when only the time worked grew. */
export function edited<T>(state: SyncState<T>, content: T, { touched = true } = {}): SyncState<T> {
  const edit = state.edit + 1
  return { ...state, newest: content, edit, touched: touched ? edit : state.touched }
}

/** Is there something to send, and nothing on its way or in the way? */
export function canSend<T>(state: SyncState<T>): boolean {
  return state.sending === null && state.halt === null && state.edit > state.saved
}

/** The newest edit goes out; `mark` is that of its content. Keep the state before sending. */
export function sendBegan<T>(state: SyncState<T>, mark: string): SyncState<T> {
  const unsure = [...state.unsure.filter((each) => each !== mark), mark].slice(-unsureMax)
  return { ...state, sending: state.edit, unsure }
}

/** The server stored it as `version`. */
export function sendAnswered<T>(state: SyncState<T>, version: number): SyncState<T> {
  const saved = Math.max(state.saved, state.sending ?? 0)
  return { ...state, base: version, saved, unsure: [], sending: null, failures: 0 }
}

/** No answer came: it may have been stored or not. */
export function sendLost<T>(state: SyncState<T>): SyncState<T> {
  return { ...state, sending: null, failures: state.failures + 1 }
}

/** The work is not this person's any more. */
export function turnedAway<T>(state: SyncState<T>): SyncState<T> {
  return { ...state, sending: null, halt: { why: 'not_yours' } }
}

/**
 * The server's draft is newer than what this device built on. It is one's own send whose answer was lost, or nothing was
 * changed here since, or two devices differ and somebody has to choose. `mine` is the mark of `newest`.
 */
export function conflictMet<T>(state: SyncState<T>, theirs: ServerDraft<T>, mine: string): Step<T> {
  const next = { ...state, base: theirs.version, sending: null, failures: 0, unsure: [] }
  if (theirs.mark === mine) return settled({ ...next, saved: state.edit })
  // A lost send can only have become the very next version.
  if (theirs.version === state.base + 1 && state.unsure.includes(theirs.mark)) return settled(next)
  if (state.touched <= state.saved) return settled({ ...next, newest: theirs.content, saved: state.edit })
  return settled({ ...state, sending: null, halt: { why: 'conflict', theirs } })
}

/** Somebody chose between two versions; the other one is handed out to be kept. */
export function chosen<T>(state: SyncState<T>, which: 'here' | 'there'): Step<T> {
  if (state.halt?.why !== 'conflict') return settled(state)
  const { theirs } = state.halt
  const edit = state.edit + 1
  const next = { ...state, base: theirs.version, halt: null, unsure: [], edit, touched: edit }
  if (which === 'here') return { state: next, aside: theirs.content }
  return { state: { ...next, newest: theirs.content, saved: edit }, aside: state.newest }
}

/** A send waits this long after the last edit … */
const pauseMs = 1_000
/** … but never longer than this after the first edit it carries. */
const waitMaxMs = 1_800
const retryMaxMs = 20_000

/** In how many milliseconds the next send is due. Instants in milliseconds. */
export function dueInMs(
  times: { firstEditAt: number; lastEditAt: number; failures: number; lostAt: number },
  now: number,
) {
  const { firstEditAt, lastEditAt, failures, lostAt } = times
  const due =
    failures === 0
      ? Math.min(lastEditAt + pauseMs, firstEditAt + waitMaxMs)
      : lostAt + Math.min(retryMaxMs, pauseMs * 2 ** (failures - 1))
  return Math.max(0, due - now)
}
