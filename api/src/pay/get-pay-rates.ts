import type { Rows } from '../db/database.ts'
import { assert } from '../kernel/assert.ts'
import { dateOfDay, monthEnd, payDayFor } from '../kernel/japan-day.ts'
import { taxRateBpOn } from '../orders/public.ts'
import type { PayRates } from './statement-calc.ts'

const ko1Kinds = ['withholding_ko1_bp', 'withholding_ko1_over_bp', 'withholding_ko1_limit_yen']

/** The rates a month is paid with. Tax rates change on the first of a month only; withholding goes by the day of payment. */
export async function getPayRates(rows: Rows, month: string): Promise<PayRates> {
  const on = dateOfDay(payDayFor(`${month}-01`))
  const taxRateBp = await taxRateBpOn(rows, monthEnd(`${month}-01`))
  const rates = await rows.datedRate.findMany({
    where: { kind: { in: ko1Kinds }, validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gt: on } }] },
    select: { kind: true, value: true },
  })
  const [bp, overBp, limitYen] = ko1Kinds.map((kind) => rates.find((rate) => rate.kind === kind)?.value)
  assert(bp !== undefined && overBp !== undefined && limitYen !== undefined, `no withholding is known for ${month}`)
  return { taxRateBp, ko1: { bp, overBp, limitYen } }
}
