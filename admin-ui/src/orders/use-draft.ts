import type { AnswerOf, RequestOf } from '@tsumugi/kit/contract/endpoint.ts'
import { changeOrder, getOrder } from '@tsumugi/kit/contract/orders.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { Refused, Unreachable } from '@tsumugi/kit/ui/client/refused.ts'
import { answerKey } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { keepCopy, keptCopy } from './draft-copy.ts'
import * as drafts from './draft-state.ts'
import type { Order } from './order-look.ts'

const saveAfterMs = 700
const tryAgainAfterMs = 5_000

/** The draft of this moment, for what runs later than it was drawn. */
interface Held {
  now: () => drafts.Draft
  put: (draft: drafts.Draft) => void
}

/**
 * Keeps a draft's fields and saves each change by itself: at once on this device, a moment later on the server, on leaving
 * the page too. What the server does not take stays in the fields.
 */
export function useDraft(order: Order) {
  const [draft, held] = useHeld(order)
  const { saving, send, tryAnew } = useSending(order.id, held)
  const { isSaving, failure } = saving

  useEffect(() => {
    // Lets the fields follow what others change.
    const next = drafts.whenReadAgain(held.now(), order)
    if (next !== held.now()) held.put(next)
  }, [order, held, draft])

  const isWaiting = drafts.isUnsaved(draft) && draft.conflict.length === 0 && !isSaving
  useEffect(() => {
    if (!isWaiting || (failure !== null && !(failure instanceof Unreachable))) return
    const timer = window.setTimeout(() => void send(false), failure === null ? saveAfterMs : tryAgainAfterMs)
    return () => window.clearTimeout(timer)
  }, [draft, isWaiting, failure, send])

  useLeaving(send)
  const { now, put } = held
  return {
    ...saving,
    fields: drafts.shownFields(draft),
    isUnsaved: drafts.isUnsaved(draft),
    conflict: draft.conflict,
    /** What the server has: beside a conflict, what the others wrote. */
    saved: draft.saved,
    change: (part: Partial<drafts.DraftFields>) => {
      put(drafts.whenTyped(now(), part))
      tryAnew()
    },
    decide: (keep: 'mine' | 'theirs') => put(drafts.whenDecided(now(), keep)),
    /** Saves at once what waits; answers whether the server has everything now. */
    flush: async () => {
      await send(false)
      return !drafts.isUnsaved(now())
    },
  }
}

function useHeld(order: Order): [drafts.Draft, Held] {
  const orderId = order.id
  const [draft, show] = useState(() => reopened(order))
  const latest = useRef(draft)
  const [held] = useState<Held>(() => ({
    now: () => latest.current,
    put(next) {
      latest.current = next
      const { saved, version } = next
      keepCopy(orderId, drafts.isUnsaved(next) ? { saved, version, typed: { ...next.sending, ...next.typed } } : null)
      show(next)
    },
  }))
  return [draft, held]
}

/** The draft as it was read, with what this device kept from the last time on top. */
function reopened(order: Order): drafts.Draft {
  const copy = keptCopy(order.id)
  return copy ? drafts.whenReadAgain({ ...copy, sending: {}, conflict: [] }, order) : drafts.draftOf(order)
}

interface Saving {
  isSaving: boolean
  /** The instant of the last save; null before the first. */
  savedAt: string | null
  failure: unknown
}

function useSending(orderId: string, { now, put }: Held) {
  const { caller, queries } = useClient()
  const [saving, setSaving] = useState<Saving>({ isSaving: false, savedAt: null, failure: null })
  const before = useRef<Promise<void>>(Promise.resolve())
  const sendNow = useCallback(
    async (isLeaving: boolean) => {
      const taken = drafts.takeToSend(now())
      if (!taken) return
      put(taken.draft)
      setSaving((old) => ({ ...old, isSaving: true }))
      const body = { ...taken.changes, version: taken.draft.version }
      const request: RequestOf<typeof changeOrder> = { params: { orderId }, body }
      try {
        const saved = await (isLeaving ? caller.callOnLeaving : caller.call)(changeOrder, request)
        put(drafts.whenSaved(now(), saved.version))
        // Whoever leaves and comes straight back goes on from this version, however slow reading it again is.
        queries.setQueryData<AnswerOf<typeof getOrder>>(answerKey(getOrder, { params: { orderId } }), (read) =>
          read && read.version < saved.version ? { ...read, ...taken.changes, version: saved.version } : read,
        )
        setSaving({ isSaving: false, savedAt: new Date().toISOString(), failure: null })
      } catch (failure) {
        put(drafts.whenRefused(now()))
        const isBehind = failure instanceof Refused && failure.code === 'version.stale'
        // What the others wrote is read first; then it shows whether there is anything to decide.
        if (isBehind) await queries.invalidateQueries()
        setSaving((old) => ({ ...old, isSaving: false, failure: isBehind ? null : failure }))
      }
    },
    [caller, queries, orderId, now, put],
  )
  /** After what is on its way has arrived; whoever leaves cannot wait. Ends when nothing is on its way any more. */
  const send = useCallback(
    async (isLeaving: boolean) => {
      const earlier = before.current
      const sent = isLeaving ? sendNow(true) : earlier.then(() => sendNow(false))
      before.current = Promise.all([earlier, sent]).then(() => undefined)
      await before.current
    },
    [sendNow],
  )
  /** Something else was typed: what was wrong with it before no longer counts. A broken line is still broken. */
  const tryAnew = useCallback(
    () => setSaving((old) => (old.failure instanceof Unreachable ? old : { ...old, failure: null })),
    [],
  )
  return { saving, send, tryAnew }
}

/** Sends what waits when the page is left, closed, or put into the background of a phone. */
function useLeaving(send: (isLeaving: boolean) => Promise<void>): void {
  const { queries } = useClient()
  useEffect(() => {
    const leave = () => void send(true)
    const hide = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
      void send(true).then(() => queries.invalidateQueries())
    }
  }, [send, queries])
}
