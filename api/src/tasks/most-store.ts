import type { Rows, Tx } from '../db/database.ts'
import { hourPrice } from './hour-price.ts'

/**
 * Lets a task that is paid by the hour pay for more minutes, whoever works on it; work that is paid already stays. The order
 * is locked.
 * @param feeYen the most it pays from now on, no less than before
 */
export async function raiseMost(tx: Tx, taskId: string, feeYen: number): Promise<void> {
  // By the difference: whoever agreed to less for their own work gets as much more.
  await tx.rows.$executeRaw`
    UPDATE assignment a SET fee_yen = a.fee_yen + ${feeYen}::int - t.fee_yen FROM task t
    WHERE t.id = ${taskId}::uuid AND a.task_id = t.id AND a.state NOT IN ('accepted', 'cancelled') AND t.fee_yen < ${feeYen}::int
      AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id)`
  await tx.rows.task.updateMany({ where: { id: taskId, feeYen: { lt: feeYen } }, data: { feeYen } })
}

/** What an hour pays now, of those of these orders that are paid by the hour. */
export async function hourPriceOf(rows: Rows, orderIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const prices = await rows.$queryRawUnsafe<{ id: string; yen: number | null }[]>(
    `SELECT o.id, ${hourPrice('o.id')} AS yen FROM unnest($1::uuid[]) AS o (id)`,
    [...new Set(orderIds)],
  )
  return new Map(prices.flatMap(({ id, yen }) => (yen === null ? [] : [[id, yen] as const])))
}
