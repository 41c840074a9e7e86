import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useCallback, useEffect, useState } from 'react'
import { dropReview, type ReviewRow, readReview, writeReview } from '../work/device-store.ts'

/** Pins, comment and corrections of a review that is not decided yet. */
export type Prepared = Pick<ReviewRow, 'pins' | 'comment' | 'fixed'>

const nothing: Prepared = { pins: [], comment: '', fixed: null }

/** What is prepared for a decision: kept on this device with every change until it is made; null while it is read. */
export function usePrepared(submissionId: string) {
  const { id: personId } = useMe()
  const [prepared, setPrepared] = useState<Prepared | null>(null)

  useEffect(() => {
    let isOver = false
    const read = async () => {
      const kept = await readReview(personId, submissionId).catch(() => null)
      if (!isOver) setPrepared(kept ? { pins: kept.pins, comment: kept.comment, fixed: kept.fixed } : nothing)
    }
    void read()
    return () => {
      isOver = true
    }
  }, [personId, submissionId])

  const change = useCallback(
    (make: (before: Prepared) => Partial<Prepared>) =>
      setPrepared((before) => {
        const next = { ...(before ?? nothing), ...make(before ?? nothing) }
        void writeReview(personId, submissionId, next).catch(() => undefined)
        return next
      }),
    [personId, submissionId],
  )
  const drop = useCallback(() => dropReview(personId, submissionId).catch(() => undefined), [personId, submissionId])
  return { prepared, change, drop }
}
