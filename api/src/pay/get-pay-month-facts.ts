import type { Rows } from '../db/database.ts'
import type { PayMonth } from '../db/generated/client.ts'
import { japanMonth } from '../kernel/japan-day.ts'
import { countLowRates } from '../rates/public.ts'
import { getMonthPay, getUnstatedMonths } from './get-month-pay.ts'
import { getPayRates } from './get-pay-rates.ts'
import type { PayMonthFacts } from './pay-month-rules.ts'
import type { PayRates, PersonPay } from './statement-calc.ts'

/** A month that is not closed, with what the rules ask about it. */
export interface OpenMonth {
  facts: PayMonthFacts
  people: PersonPay[]
  rates: PayRates
}

/** Reads what proposing and approving decide on. */
export async function getPayMonthFacts(
  rows: Rows,
  { month, state, proposedById }: Pick<PayMonth, 'month' | 'state' | 'proposedById'>,
  now: Date,
): Promise<OpenMonth> {
  const [people, unstated, rates, lowRates] = await Promise.all([
    getMonthPay(rows, month),
    getUnstatedMonths(rows),
    getPayRates(rows, month),
    state === 'closed' ? 0 : countLowRates(rows, month),
  ])
  const earlierOpen = unstated.some((each) => each < month)
  const owing = people.filter(({ feeYen }) => feeYen < 0).length
  const thisMonth = japanMonth(now)
  const counts = { people: people.length, owing, lowRates }
  return { facts: { state, month, thisMonth, ...counts, earlierOpen, proposedById }, people, rates }
}
