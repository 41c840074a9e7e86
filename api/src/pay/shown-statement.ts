import type { Statement } from '../db/generated/client.ts'
import { isoDayOf } from '../kernel/japan-day.ts'

/** What a list shows of a statement. */
export function shownStatement(statement: Statement) {
  const { id, month, number, state, feeYen, taxYen, withheldYen, transferYen, payOn, confirmBy } = statement
  const amounts = { feeYen, taxYen, withheldYen, transferYen }
  return { id, month, number, state, ...amounts, payOn: isoDayOf(payOn), confirmBy: isoDayOf(confirmBy) }
}
