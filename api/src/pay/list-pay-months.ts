import type { listPayMonths as endpoint } from '@tsumugi/kit/contract/pay.ts'
import type { Rows } from '../db/database.ts'
import type { Command } from '../http/command.ts'
import { japanDay, japanMonth, payDayFor } from '../kernel/japan-day.ts'
import { getMonthPay, getUnstatedMonths } from './get-month-pay.ts'
import { getPayRates } from './get-pay-rates.ts'
import { payClock } from './pay-clock-rules.ts'
import { statementAmounts, totalsOf } from './statement-calc.ts'

/** Every month with pay, newest first; the running month too, also before anything was received in it. */
export const listPayMonths: Command<typeof endpoint> = async ({ world }) => {
  const { rows } = world.db
  const known = await rows.payMonth.findMany()
  const unstated = await getUnstatedMonths(rows)
  const names = new Set([...unstated, ...known.map(({ month }) => month), japanMonth(world.clock.now())])
  const months = [...names].sort().reverse()
  return {
    months: await Promise.all(
      months.map(async (month) => {
        const state = known.find((each) => each.month === month)?.state ?? 'open'
        const { lines: _, ...totals } = totalsOf(await amountsOf(rows, month, state === 'closed'))
        const payOn = payDayFor(`${month}-01`)
        const unpaid = state === 'closed' ? await getUnsent(rows, month) : totals.people
        const clock = payClock({ month, payOn, unpaid, today: japanDay(world.clock.now()) })
        return { month, state, payOn, clock: clock && { ...clock, unpaid }, ...totals }
      }),
    ),
  }
}

/** How many statements of a closed month no bank has been told to pay. */
function getUnsent(rows: Rows, month: string): Promise<number> {
  return rows.statement.count({ where: { month, transferYen: { gt: 0 }, transfers: { none: { state: 'sent' } } } })
}

async function amountsOf(rows: Rows, month: string, isClosed: boolean) {
  if (isClosed) {
    const amounts = { feeYen: true, taxYen: true, withheldYen: true, transferYen: true, lineCount: true }
    const statements = await rows.statement.findMany({ where: { month }, select: amounts })
    return statements.map(({ lineCount, ...each }) => ({ ...each, lines: lineCount }))
  }
  const rates = await getPayRates(rows, month)
  const people = await getMonthPay(rows, month)
  return people.map(({ lines, ...pay }) => ({ ...statementAmounts(pay, rates), lines }))
}
