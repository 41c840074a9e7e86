import type { Rows, Tx } from '../db/database.ts'
import { assert } from '../kernel/assert.ts'
import type { QuoteFacts } from '../orders/public.ts'
import { taskFees } from './split-calc.ts'
import { liveSplit } from './split-store.ts'

/** What each task of a split order pays by these terms, by number, the first first; yen before tax. */
export async function getTaskFees(tx: Tx, orderId: string, quote: QuoteFacts): Promise<number[]> {
  const split = await liveSplit(tx.rows, orderId)
  assert(split, `order ${orderId} has no tasks`)
  const plan = { units: quote.units, unitsPerTask: split.unitsPerTask }
  return taskFees(plan, quote, await getGrantedMinutes(tx.rows, orderId))
}

/** Minutes granted beyond those agreed, by task number; only where hours are paid. */
export async function getGrantedMinutes(rows: Rows, orderId: string): Promise<ReadonlyMap<number, number>> {
  const granted = await rows.moreTime.findMany({
    where: { state: 'granted', assignment: { orderId } },
    select: { minutes: true, assignment: { select: { number: true } } },
  })
  const minutes = new Map<number, number>()
  for (const { minutes: more, assignment } of granted)
    minutes.set(assignment.number, (minutes.get(assignment.number) ?? 0) + more)
  return minutes
}
