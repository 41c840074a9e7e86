import type { listPayMonths as endpoint } from '@tsumugi/kit/contract/pay.ts'
import type { Rows } from '../db/database.ts'
import type { Command } from '../http/command.ts'
import { japanMonth, payDayFor } from '../kernel/japan-day.ts'
import { getMonthPay, getUnstatedMonths } from './get-month-pay.ts'
import { getPayRates } from './get-pay-rates.ts'
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
        return { month, state, payOn: payDayFor(`${month}-01`), ...totals }
      }),
    ),
  }
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
