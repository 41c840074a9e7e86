import type { Tx } from '../db/database.ts'

/** Opens one assignment of the next round for each of these tasks, at its price, with the team whose accepted work is delivered now. */
export function addReworks(
  tx: Tx,
  orderId: string,
  numbers: readonly number[],
  reason: string,
): Promise<{ id: string; number: number; teamId: string }[]> {
  return tx.rows.$queryRaw<{ id: string; number: number; teamId: string }[]>`
    INSERT INTO assignment (id, task_id, order_id, number, slot, round, rework_reason, state, team_id, fee_yen)
    SELECT uuid_v7(), last.task_id, last.order_id, last.number,
      (SELECT max(s.slot) + 1 FROM assignment s WHERE s.task_id = last.task_id),
      last.round + 1, ${reason}, 'open', last.team_id, t.fee_yen
    FROM (
      SELECT DISTINCT ON (a.task_id) a.task_id, a.order_id, a.number, a.round, a.team_id
      FROM assignment a
      WHERE a.order_id = ${orderId}::uuid AND a.number = ANY (${[...numbers]}::int[]) AND a.state = 'accepted'
      ORDER BY a.task_id, a.round DESC, a.slot
    ) last JOIN task t ON t.id = last.task_id
    RETURNING id, number, team_id AS "teamId"`
}
