import type { Tx } from '../db/database.ts'
import { noteOwnPay } from './own-pay-store.ts'

/** SQL of what assignment `a` of task `t` pays: the task's price, less what its person agreed to be cut for a fault of theirs. */
const priceOf = `(t.fee_yen - coalesce((SELECT sum(c.was_yen - c.fee_yen) FROM fee_cut c
  WHERE c.assignment_id = a.id AND c.person_id = a.person_id AND c.state = 'agreed'), 0))::int`

/**
 * Pays more for an order's tasks and for all of their work that is not paid yet, whoever holds it; no task gets less, and an
 * agreed cut stays as many yen. The order is locked.
 * @param fees what each task is to pay, by number, the first first
 * @returns how many assignments bring more now
 */
export async function raiseFees(tx: Tx, orderId: string, fees: readonly number[]): Promise<number> {
  await tx.rows.$executeRaw`
    UPDATE task t SET fee_yen = fee.yen FROM unnest(${[...fees]}::int[]) WITH ORDINALITY AS fee (yen, number)
    WHERE t.order_id = ${orderId}::uuid AND t.number = fee.number AND fee.yen > t.fee_yen`
  // First the parts: they grow with the price they are of.
  await tx.rows.$executeRawUnsafe(
    `UPDATE hand_over h SET share_yen = floor(h.share_yen::numeric * ${priceOf} / a.fee_yen)::int
     FROM assignment a JOIN task t ON t.id = a.task_id
     WHERE a.id = h.assignment_id AND a.order_id = $1::uuid AND a.state NOT IN ('accepted', 'cancelled') AND a.fee_yen > 0
       AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id)`,
    orderId,
  )
  const raised = await tx.rows.$executeRawUnsafe(
    `UPDATE assignment a SET fee_yen = ${priceOf} FROM task t
     WHERE t.id = a.task_id AND a.order_id = $1::uuid AND a.state NOT IN ('accepted', 'cancelled')
       AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id)`,
    orderId,
  )
  await noteOwnPay(tx, { orderId })
  return raised
}
