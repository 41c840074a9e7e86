import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { getOrder } from '@tsumugi/kit/contract/orders.ts'
import type { Rows } from '../db/database.ts'
import { dateOfDay } from '../kernel/japan-day.ts'
import { taxRateBpOn } from './quote-store.ts'

type QuoteBasis = NonNullable<AnswerOf<typeof getOrder>['quoteBasis']>

const wageKind = 'minimum_wage_yen:'

/** What a quote made on this day is reckoned with. */
export async function getQuoteBasis(rows: Rows, day: string): Promise<QuoteBasis> {
  return { taxRateBp: await taxRateBpOn(rows, day), minimumWage: await getMinimumWage(rows, day) }
}

/** The minimum wage of the corporation's prefecture, which its address begins with; null where none is known. */
async function getMinimumWage(rows: Rows, day: string): Promise<QuoteBasis['minimumWage']> {
  const corporation = await rows.organisation.findFirst({ where: { kind: 'corporation' }, select: { address: true } })
  if (!corporation) return null
  const on = dateOfDay(day)
  const wages = await rows.datedRate.findMany({
    where: {
      kind: { startsWith: wageKind },
      validFrom: { lte: on },
      OR: [{ validTo: null }, { validTo: { gt: on } }],
    },
    select: { kind: true, value: true },
  })
  const found = wages
    .map(({ kind, value }) => ({ prefecture: kind.slice(wageKind.length), yenPerHour: value }))
    .find(({ prefecture }) => corporation.address.startsWith(prefecture))
  return found ?? null
}
