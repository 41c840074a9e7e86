import type { Rows } from '../db/database.ts'
import { dateOfDay } from '../kernel/japan-day.ts'

/** 支払調書 is needed above this, per person and calendar year (所得税法施行規則 84条2項). */
const reportAboveYen = 50_000

/** What everybody was paid in a calendar year, by the day of payment; by name. */
export async function loadPayYear(rows: Rows, year: string) {
  const sums = await rows.statement.groupBy({
    by: ['personId'],
    where: { payOn: { gte: dateOfDay(`${year}-01-01`), lte: dateOfDay(`${year}-12-31`) } },
    _count: { _all: true },
    _sum: { feeYen: true, taxYen: true, withholdingBaseYen: true, withheldYen: true, transferYen: true },
  })
  const people = await rows.person.findMany({
    where: { id: { in: sums.map(({ personId }) => personId) } },
    select: { id: true, displayName: true },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  })
  return people.flatMap(({ id, displayName }) => {
    const paid = sums.find(({ personId }) => personId === id)
    if (!paid) return []
    const baseYen = paid._sum.withholdingBaseYen ?? 0
    return [
      {
        ...{ person: { id, name: displayName }, months: paid._count._all, baseYen },
        ...{ feeYen: paid._sum.feeYen ?? 0, taxYen: paid._sum.taxYen ?? 0 },
        ...{ withheldYen: paid._sum.withheldYen ?? 0, transferYen: paid._sum.transferYen ?? 0 },
        needsReport: baseYen > reportAboveYen,
      },
    ]
  })
}
