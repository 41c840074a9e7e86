import type { Tx } from '../db/database.ts'
import { noteOwnPay } from './own-pay-store.ts'

/**
 * Pays more for an order's tasks and for all of their work that is not paid yet, whoever holds it; no task gets less. The
 * order is locked.
 * @param fees what each task is to pay, by number, the first first
 * @returns how many assignments bring more now
 */
export async function raiseFees(tx: Tx, orderId: string, fees: readonly number[]): Promise<number> {
  await tx.rows.$executeRaw`
    UPDATE task t SET fee_yen = fee.yen FROM unnest(${[...fees]}::int[]) WITH ORDINALITY AS fee (yen, number)
    WHERE t.order_id = ${orderId}::uuid AND t.number = fee.number AND fee.yen > t.fee_yen`
  // First the parts: they grow with the price they are of.
  await tx.rows.$executeRaw`
    UPDATE hand_over h SET share_yen = floor(h.share_yen::numeric * t.fee_yen / a.fee_yen)::int
    FROM assignment a JOIN task t ON t.id = a.task_id
    WHERE a.id = h.assignment_id AND a.order_id = ${orderId}::uuid AND a.state NOT IN ('accepted', 'cancelled') AND a.fee_yen > 0
      AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id)`
  const raised = await tx.rows.$executeRaw`
    UPDATE assignment a SET fee_yen = t.fee_yen FROM task t
    WHERE t.id = a.task_id AND a.order_id = ${orderId}::uuid AND a.state NOT IN ('accepted', 'cancelled')
      AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id)`
  await noteOwnPay(tx, { orderId })
  return raised
}
