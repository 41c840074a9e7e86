import type { Rows } from '../db/database.ts'
import type { NoticeFacts } from './terms-notice-calc.ts'

/** Minutes this person was granted beyond those agreed, per task of the order, with what is new since their last notice. */
export async function getGranted(
  rows: Rows,
  about: { personId: string; orderId: string; since: Date | null },
): Promise<NoticeFacts['granted']> {
  const { personId, orderId, since } = about
  const granted = await rows.moreTime.findMany({
    where: { personId, state: 'granted', assignment: { orderId } },
    orderBy: { decidedAt: 'asc' },
    select: { minutes: true, reason: true, decidedAt: true, assignment: { select: { number: true } } },
  })
  return granted.map(({ minutes, reason, decidedAt, assignment: { number: task } }) => ({
    ...{ task, minutes, reason },
    isNew: since !== null && decidedAt !== null && decidedAt > since,
  }))
}
