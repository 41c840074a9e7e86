import type { Rows } from '../db/database.ts'

/** What was withheld from each closed month, newest first; only months with something. */
export async function getWithheld(rows: Rows, month?: string) {
  const sums = await rows.statement.groupBy({
    by: ['month'],
    where: { withheldYen: { gt: 0 }, ...(month !== undefined && { month }) },
    _count: { _all: true },
    _sum: { withholdingBaseYen: true, withheldYen: true },
    orderBy: { month: 'desc' },
  })
  return sums.map(({ month: of, _count, _sum }) => ({
    month: of,
    people: _count._all,
    baseYen: _sum.withholdingBaseYen ?? 0,
    withheldYen: _sum.withheldYen ?? 0,
  }))
}
