import type { PayQuestion } from '@tsumugi/kit/contract/pay.ts'
import type { Rows } from '../db/database.ts'
import { dayStart } from '../kernel/japan-day.ts'
import { sumYen, yenFromBigInt } from '../kernel/yen.ts'
import { getUnreviewedWork, monthRange } from './get-month-pay.ts'
import { type PayMonthFacts, stops } from './pay-month-rules.ts'

interface Question {
  question: PayQuestion
  count: number
  amountYen: number
  stops: boolean
}

/** What stands open before a month is closed, with how much money hangs on it; only what there is. */
export async function getQuestions(rows: Rows, facts: PayMonthFacts): Promise<Question[]> {
  if (facts.state === 'closed') return []
  const [waiting, unreviewed, returned, disputed] = await Promise.all([
    waitingAdditions(rows, facts.month),
    getUnreviewedWork(rows, facts.month),
    returnedWork(rows, facts.month),
    rows.statement.count({ where: { state: 'disputed', month: { lt: facts.month } } }),
  ])
  const questions: [PayQuestion, number, number][] = [
    ['month_running', facts.month >= facts.thisMonth ? 1 : 0, 0],
    ['earlier_month_open', facts.earlierOpen ? 1 : 0, 0],
    ['negative_pay', facts.owing, 0],
    ['low_rates', facts.lowRates, 0],
    ['waiting_additions', waiting.count, waiting.amountYen],
    ['unreviewed_work', unreviewed.length, sumYen(unreviewed.map(({ feeYen }) => feeYen))],
    ['returned_work', returned.count, returned.amountYen],
    ['disputed_statements', disputed, 0],
  ]
  return questions
    .filter(([, count]) => count > 0)
    .map(([question, count, amountYen]) => ({ question, count, amountYen, stops: stops(question) }))
}

/** Proposed for a day of the month, or of an earlier one, and not approved. */
async function waitingAdditions(rows: Rows, month: string): Promise<{ count: number; amountYen: number }> {
  const { _count, _sum } = await rows.payAddition.aggregate({
    where: { state: 'proposed', doneOn: { lt: monthRange(month).to } },
    _count: true,
    _sum: { amountYen: true },
  })
  return { count: _count, amountYen: _sum.amountYen ?? 0 }
}

/** Handed in during the month, sent back, and not handed in again. */
async function returnedWork(rows: Rows, month: string): Promise<{ count: number; amountYen: number }> {
  const { endsAt } = monthRange(month)
  const startsAt = dayStart(`${month}-01`)
  const [sum] = await rows.$queryRaw<{ count: number; amountYen: bigint }[]>`
    SELECT count(*)::int AS count, coalesce(sum(a.fee_yen), 0)::bigint AS "amountYen" FROM assignment a
    WHERE a.state IN ('returned', 'claimed') AND a.submitted_at >= ${startsAt}::timestamptz
      AND a.submitted_at < ${endsAt}::timestamptz
      AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id AND p.person_id = a.person_id)`
  return { count: sum?.count ?? 0, amountYen: yenFromBigInt(sum?.amountYen ?? 0n) }
}
