import type { Tx } from '../db/database.ts'

/** What somebody who handed a task over gets of its price. */
export interface Share {
  /** The last hand-over of theirs. */
  id: string
  assignmentId: string
  personId: string
  shareYen: number
  /** Their pay for this assignment is posted already. */
  isPaid: boolean
}

/** The parts of everybody but the author, one per person; of nothing left out. */
export async function getShares(
  tx: Tx,
  works: readonly { assignmentId: string; authorId: string }[],
): Promise<Share[]> {
  return tx.rows.$queryRaw<Share[]>`
    SELECT (max(h.id::text))::uuid AS id, h.assignment_id AS "assignmentId", h.person_id AS "personId",
           sum(h.share_yen)::int AS "shareYen",
           EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = h.assignment_id AND p.person_id = h.person_id) AS "isPaid"
    FROM jsonb_to_recordset(${JSON.stringify(works)}::jsonb) AS w("assignmentId" uuid, "authorId" uuid)
    JOIN hand_over h ON h.assignment_id = w."assignmentId" AND h.person_id <> w."authorId"
    GROUP BY h.assignment_id, h.person_id HAVING sum(h.share_yen) > 0
    ORDER BY 2, 1`
}
