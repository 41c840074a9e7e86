import type { Rows } from '../db/database.ts'
import { found } from '../kernel/refusal.ts'
import { getDueStatements } from './get-due-statements.ts'
import { daysOf } from './load-pay-year.ts'
import type { PaySummary } from './pay-summary-paper.ts'

/** What somebody is paid in a calendar year until today, as their paper says it; 404 without a pay day. */
export async function getPaySummary(
  rows: Rows,
  { year, personId, today }: { year: string; personId: string; today: string },
): Promise<PaySummary> {
  const person = found(await rows.person.findUnique({ where: { id: personId } }))
  const months = await getDueStatements(rows, { ...daysOf(year, today), personId })
  found(months[0])
  const language = person.language === 'en' ? 'en' : 'ja'
  const corporation = await rows.organisation.findFirstOrThrow({ where: { kind: 'corporation' } })
  const from = [language === 'ja' ? corporation.name : corporation.nameEn, corporation.address]
  return { year, language, today, name: person.displayName, from, months }
}
