import type { Tx } from '../db/database.ts'
import { assert } from '../kernel/assert.ts'
import type { QuoteFacts } from '../orders/public.ts'
import { taskFees } from './split-calc.ts'
import { liveSplit } from './split-store.ts'

/** What each task of a split order pays by these terms, by number, the first first; yen before tax. */
export async function getTaskFees(tx: Tx, orderId: string, quote: QuoteFacts): Promise<number[]> {
  const split = await liveSplit(tx.rows, orderId)
  assert(split, `order ${orderId} has no tasks`)
  return taskFees({ units: quote.units, unitsPerTask: split.unitsPerTask }, quote)
}
