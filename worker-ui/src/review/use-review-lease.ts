import { releaseReview, startReview } from '@tsumugi/kit/contract/reviews.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useCallback, useEffect, useRef, useState } from 'react'

/** Whether this person has the submission to themselves. */
export type ReviewLease =
  | { state: 'opening' }
  | { state: 'held'; until: string }
  | { state: 'refused'; failure: unknown }

/** The lease is renewed this often … */
const renewEveryMs = 4 * 60_000
/** … while there was input within this time. */
const activeMs = 6 * 60_000

/**
 * Opens a submission for review, keeps it while somebody is at it, and leaves it to colleagues when they go elsewhere.
 * `again` asks anew after a refusal.
 */
export function useReviewLease(submissionId: string): { lease: ReviewLease; again: () => Promise<boolean> } {
  const { caller } = useClient()
  const [lease, setLease] = useState<ReviewLease>({ state: 'opening' })
  const inputAt = useRef(0)
  const held = useRef<string | null>(null)

  const ask = useCallback(async (): Promise<boolean> => {
    try {
      const { leaseUntil } = await caller.call(startReview, { params: { submissionId } })
      held.current = leaseUntil
      setLease({ state: 'held', until: leaseUntil })
      return true
    } catch (failure) {
      // While the line is down the lease may well stand; the decision will tell.
      setLease((before) => (before.state === 'held' && !navigator.onLine ? before : { state: 'refused', failure }))
      return false
    }
  }, [caller, submissionId])

  useEffect(() => {
    const open = async () => {
      await ask()
    }
    void open()
    inputAt.current = Date.now()
    const stop = new AbortController()
    const note = () => {
      inputAt.current = Date.now()
    }
    for (const kind of ['pointermove', 'pointerdown', 'keydown', 'wheel']) {
      window.addEventListener(kind, note, { passive: true, capture: true, signal: stop.signal })
    }
    const renewing = setInterval(() => {
      if (document.visibilityState === 'visible' && Date.now() - inputAt.current < activeMs) void ask()
    }, renewEveryMs)
    return () => {
      stop.abort()
      clearInterval(renewing)
      const leaseUntil = held.current
      held.current = null
      // Colleagues need not wait for the lease's end; where the line is down they do.
      if (leaseUntil) caller.call(releaseReview, { params: { submissionId }, body: { leaseUntil } }).catch(() => {})
    }
  }, [ask, caller, submissionId])

  return { lease, again: ask }
}
