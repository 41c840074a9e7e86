import type { ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'
import type { Tx } from '../db/database.ts'
import { appendEvents, type NewEvent } from '../events/append-event.ts'
import { assert } from '../kernel/assert.ts'
import { shareOfYen } from '../kernel/yen.ts'
import { postAcceptance } from '../ledger/public.ts'
import { agreedQuote } from '../orders/public.ts'
import { moveAssignment } from '../tasks/public.ts'
import { resolvePins } from './pin-store.ts'
import { addReview, hasUnfinishedWork } from './review-store.ts'
import type { SubmissionFacts } from './see-submission.ts'

/** A reviewer's yes to a submission. */
export interface Acceptance {
  reviewerId: string
  comment: string
  at: Date
  /** The reviewer's own version; absent when the work is accepted as it is. */
  fixedAnswer?: ImageAnswer
}

/**
 * Accepts a locked submission, the rules having been asked: state, review, pins, pay, events.
 * The author's pay is the fee fixed at the claim; review pay is its share by the agreed quote, to whoever accepted.
 */
export async function acceptWork(tx: Tx, facts: SubmissionFacts, acceptance: Acceptance): Promise<void> {
  const { assignment } = facts
  const { reviewerId, comment, at, fixedAnswer } = acceptance
  const { orderId } = assignment
  await moveAssignment(tx, assignment.id, 'accept', { decidedAt: at })
  const reviewId = await addReview(tx, {
    submissionId: facts.id,
    assignmentId: assignment.id,
    authorId: facts.authorId,
    reviewerId,
    decision: fixedAnswer ? 'fixed' : 'accepted',
    comment,
    ...(fixedAnswer && { fixedAnswer }),
    reviewedAt: at,
  })
  await resolvePins(tx, assignment.id)
  const quote = await agreedQuote(tx.rows, orderId)
  assert(quote, `order ${orderId} has work but no agreed quote`)
  await postAcceptance(tx, {
    orderId,
    assignmentId: assignment.id,
    authorId: facts.authorId,
    feeYen: assignment.feeYen,
    ownYen: assignment.ownYen,
    submittedAt: facts.submittedAt,
    reviewId,
    reviewerId,
    reviewPayYen: shareOfYen(assignment.feeYen, quote.reviewShareBp),
    at,
  })
  const action = fixedAnswer ? 'submission.fixed' : 'submission.accepted'
  const events = [submissionEvent(facts, { action, at, actorId: reviewerId, reason: comment || null })]
  if (!(await hasUnfinishedWork(tx, orderId))) {
    events.push({ action: 'order.work_finished', at, actorId: null, orderId })
  }
  await appendEvents(tx, events)
}

/** An event of a submission with where it happened and whom it concerns. */
export function submissionEvent(
  facts: SubmissionFacts,
  event: Pick<NewEvent, 'action' | 'at' | 'actorId' | 'reason' | 'facts'>,
): NewEvent {
  const { assignment } = facts
  return {
    ...event,
    orderId: assignment.orderId,
    teamId: assignment.teamId,
    personId: facts.authorId,
    assignmentId: assignment.id,
    subjectId: facts.id,
    facts: { task: assignment.number, ...event.facts },
  }
}
