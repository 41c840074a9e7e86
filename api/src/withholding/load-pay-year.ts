import type { Rows } from '../db/database.ts'
import { getDueStatements } from './get-due-statements.ts'
import { dueSums } from './pay-summary-calc.ts'

/** What everybody is paid in a calendar year until today, by the pay day; by name. */
export async function loadPayYear(rows: Rows, year: string, today: string) {
  const statements = await getDueStatements(rows, daysOf(year, today))
  const ids = [...new Set(statements.map(({ personId }) => personId))]
  return ids.map((id) => {
    const own = statements.filter(({ personId }) => personId === id)
    return { person: { id, name: own[0]?.personName ?? '' }, ...dueSums(own) }
  })
}

/** The days of a year that have come. */
export function daysOf(year: string, today: string): { from: string; until: string } {
  const last = `${year}-12-31`
  return { from: `${year}-01-01`, until: last < today ? last : today }
}
