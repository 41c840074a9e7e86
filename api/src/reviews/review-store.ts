import type { ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../kernel/ids.ts'

/** Gives a submission to a reviewer until a time. False when a colleague's lease is still live. */
export async function takeReviewLease(
  tx: Tx,
  lease: { submissionId: string; reviewerId: string; now: Date; leaseUntil: Date },
): Promise<boolean> {
  const { submissionId, reviewerId, now, leaseUntil } = lease
  const taken = await tx.rows.$executeRaw`
    INSERT INTO review_lease (submission_id, reviewer_id, lease_until)
    VALUES (${submissionId}::uuid, ${reviewerId}::uuid, ${leaseUntil}::timestamptz)
    ON CONFLICT (submission_id) DO UPDATE SET reviewer_id = EXCLUDED.reviewer_id, lease_until = EXCLUDED.lease_until
    WHERE review_lease.reviewer_id = EXCLUDED.reviewer_id OR review_lease.lease_until <= ${now}::timestamptz`
  return taken === 1
}

/** Ends exactly this lease; false when it is renewed, another's or over. */
export async function giveReviewLeaseBack(
  tx: Tx,
  lease: { submissionId: string; reviewerId: string; leaseUntil: Date },
): Promise<boolean> {
  const { count } = await tx.rows.reviewLease.deleteMany({ where: lease })
  return count === 1
}

/** Writes the decision and ends the lease. A second decision on one submission breaks a unique index. */
export async function addReview(
  tx: Tx,
  review: {
    submissionId: string
    assignmentId: string
    authorId: string
    reviewerId: string
    decision: 'accepted' | 'returned' | 'fixed'
    comment: string
    fixedAnswer?: ImageAnswer
    reviewedAt: Date
  },
): Promise<string> {
  const id = newId()
  await tx.rows.review.create({ data: { id, ...review } })
  await tx.rows.reviewLease.deleteMany({ where: { submissionId: review.submissionId } })
  return id
}

/** Has the order any assignment that is neither accepted nor cancelled? The order is locked by the caller. */
export async function hasUnfinishedWork(tx: Tx, orderId: string): Promise<boolean> {
  const unfinished = await tx.rows.assignment.findFirst({
    where: { orderId, state: { in: ['held', 'open', 'claimed', 'submitted', 'returned'] } },
    select: { id: true },
  })
  return unfinished !== null
}

/** The images an assignment covers, in order. */
export function itemsOf(
  rows: Tx['rows'],
  range: { orderId: string; itemsFrom: number; itemsTo: number },
): Promise<{ id: string; name: string; width: number; height: number }[]> {
  return rows.orderItem.findMany({
    where: { orderId: range.orderId, position: { gte: range.itemsFrom, lt: range.itemsTo } },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, width: true, height: true },
  })
}
