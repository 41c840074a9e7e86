import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'

/** What the rules of review look at. */
export interface ReviewFacts {
  authorId: string
  /** Is the assignment waiting for review? False once its order was cancelled. */
  waiting: boolean
  decidedById: string | null
  lease: { reviewerId: string; leaseUntil: Date } | null
}

/** Why this person may not open the submission for review now; null when they may. */
export function startRefusal(facts: ReviewFacts, reviewerId: string, now: Date): RefusalCode | null {
  if (facts.decidedById !== null) return 'review.already_decided'
  if (facts.authorId === reviewerId) return 'review.own_work'
  if (!facts.waiting) return 'thing.changed_meanwhile'
  return liveLeaseOfAnother(facts, reviewerId, now) ? 'review.taken' : null
}

/**
 * Why this person may not decide on the submission now; null when they may. They must have opened it, and nobody else
 * since: a lease of one's own that ran out unnoticed costs nobody their work.
 */
export function decideRefusal(facts: ReviewFacts, reviewerId: string, now: Date): RefusalCode | null {
  const refusal = startRefusal(facts, reviewerId, now)
  if (refusal) return refusal
  return facts.lease?.reviewerId === reviewerId ? null : 'review.not_started'
}

/** Does a colleague look at it at this moment? */
export function liveLeaseOfAnother(facts: Pick<ReviewFacts, 'lease'>, reviewerId: string, now: Date): boolean {
  return facts.lease !== null && facts.lease.reviewerId !== reviewerId && facts.lease.leaseUntil > now
}
