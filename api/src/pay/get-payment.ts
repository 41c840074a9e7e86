import type { Rows } from '../db/database.ts'
import { isoDayOf } from '../kernel/japan-day.ts'

/** What became of a statement's transfer. */
export interface StatementPayment {
  state: 'sent' | 'returned'
  /** The day the bank was told to pay on. */
  on: string
  /** Why the bank gave it back. */
  returnReason: string | null
}

/** The last transfer of a statement that the bank executed; null while there is none. */
export async function getPayment(rows: Rows, statementId: string): Promise<StatementPayment | null> {
  const last = await rows.transfer.findFirst({
    where: { statementId, state: { in: ['sent', 'returned'] } },
    orderBy: { id: 'desc' },
    include: { run: { select: { transferOn: true } } },
  })
  if (last === null) return null
  const state = last.state === 'sent' ? 'sent' : 'returned'
  return { state, on: isoDayOf(last.run.transferOn), returnReason: last.returnReason }
}
