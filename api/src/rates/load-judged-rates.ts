import type { Rows } from '../db/database.ts'
import { addDays, dateOfDay, monthEnd } from '../kernel/japan-day.ts'
import { sumYen } from '../kernel/yen.ts'
import { getTimedPay } from './get-timed-pay.ts'
import { type JudgedRate, judgedRate } from './low-rate-rules.ts'
import { personRates } from './month-rates-calc.ts'

/** Every rate of a month with its explanation and what waits to lift it; one person's when one is named. */
export async function loadJudgedRates(
  rows: Rows,
  month: string,
  personId: string | null = null,
): Promise<JudgedRate[]> {
  const first = `${month}-01`
  const whose = personId === null ? {} : { personId }
  const doneOn = { gte: dateOfDay(first), lt: dateOfDay(addDays(monthEnd(first), 1)) }
  const [days, explanations, waiting] = await Promise.all([
    getTimedPay(rows, month, personId),
    rows.rateExplanation.findMany({ where: { month, ...whose }, orderBy: [{ explainedAt: 'desc' }, { id: 'desc' }] }),
    rows.payAddition.findMany({ where: { kind: 'top_up', state: 'proposed', doneOn, ...whose } }),
  ])
  return personRates(days).map((rate) => {
    const isHere = (each: { personId: string; orderId: string | null }) =>
      each.personId === rate.personId && each.orderId === (rate.order?.id ?? null)
    return judgedRate(rate, {
      explanations: explanations.filter(isHere),
      waitingYen: sumYen(waiting.filter(isHere).map(({ amountYen }) => amountYen)),
    })
  })
}

/** How many rates of a month lie under the minimum wage without an answer. */
export async function countLowRates(rows: Rows, month: string): Promise<number> {
  return (await loadJudgedRates(rows, month)).filter(({ isOpen }) => isOpen).length
}
