import type { Action } from '@tsumugi/kit/contract/actions.ts'
import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import type { Tx } from '../db/database.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { lockOrder } from '../orders/public.ts'
import { type Actor, may } from '../permissions/may.ts'
import { type AssignmentFacts, assignmentFacts, lockAssignment } from '../tasks/public.ts'
import type { ReviewFacts } from './review-rules.ts'

/** A submission with all that a decision on it needs. */
export interface SubmissionFacts extends ReviewFacts {
  id: string
  revision: number
  submittedAt: Date
  assignment: AssignmentFacts
}

/**
 * Locks the submission's assignment and answers the facts as they stand after the wait.
 * 404 when there is none, or when its team is none this person may do `action` for.
 */
export async function lockSubmission(
  tx: Tx,
  actor: Actor,
  action: Action,
  submissionId: string,
): Promise<SubmissionFacts> {
  const { assignmentId } = found(
    await tx.rows.submission.findUnique({ where: { id: submissionId }, select: { assignmentId: true } }),
  )
  await lockAssignment(tx, assignmentId)
  const assignment = found(await assignmentFacts(tx.rows, assignmentId))
  if (!may(actor, action, assignmentSubject(assignment))) throw new Refusal('thing.not_found')
  const submission = await tx.rows.submission.findUniqueOrThrow({
    where: { id: submissionId },
    include: { review: { select: { reviewerId: true } }, lease: true },
  })
  return {
    id: submission.id,
    revision: submission.revision,
    submittedAt: submission.submittedAt,
    authorId: submission.authorId,
    waiting: assignment.state === 'submitted',
    decidedById: submission.review?.reviewerId ?? null,
    lease: submission.lease,
    assignment,
  }
}

/**
 * As `lockSubmission`, with the order locked first: of two directors accepting an order's last two tasks, the later one
 * sees that nothing is left.
 */
export async function lockForAcceptance(
  tx: Tx,
  actor: Actor,
  action: Action,
  submissionId: string,
): Promise<SubmissionFacts> {
  const { assignment } = found(
    await tx.rows.submission.findUnique({
      where: { id: submissionId },
      select: { assignment: { select: { orderId: true } } },
    }),
  )
  await lockOrder(tx, assignment.orderId)
  return lockSubmission(tx, actor, action, submissionId)
}

/** What ties a submission, its assignment and its pins to people. */
export function assignmentSubject(assignment: Pick<AssignmentFacts, 'teamId' | 'personId' | 'orderId'>) {
  const { teamId, personId, orderId } = assignment
  return { teamIds: teamId === null ? [] : [teamId], personId, orderId }
}

/** Throws a rule's refusal with the name of the colleague it speaks of. */
export async function refuseWithName(tx: Tx, code: RefusalCode | null, facts: ReviewFacts): Promise<void> {
  if (!code) return
  const colleagueId = colleagueIn(code, facts)
  if (!colleagueId) throw new Refusal(code)
  const { displayName } = await tx.rows.person.findUniqueOrThrow({ where: { id: colleagueId } })
  throw new Refusal(code, { name: displayName })
}

function colleagueIn(code: RefusalCode, facts: ReviewFacts): string | null | undefined {
  if (code === 'review.already_decided') return facts.decidedById
  return code === 'review.taken' ? facts.lease?.reviewerId : null
}
