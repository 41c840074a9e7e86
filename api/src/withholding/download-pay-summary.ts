import type { downloadPaySummary as endpoint } from '@tsumugi/kit/contract/withholding.ts'
import { bytesDownload } from '../documents/public.ts'
import type { Call, Download } from '../http/command.ts'
import { csvText } from '../kernel/csv.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { makePdf } from '../pdf/make-pdf.ts'
import { may } from '../permissions/may.ts'
import { getPaidStatements } from './get-paid-statements.ts'
import { daysOf } from './load-pay-year.ts'
import { type PaySummary, paySummaryLines, paySummaryPaper } from './pay-summary-paper.ts'

/** What somebody was paid in a calendar year, month by month, in their own language. */
export async function downloadPaySummary({ world, actor, params }: Call<typeof endpoint>): Promise<Download> {
  const { rows } = world.db
  const { year, personId, format } = params
  if (!may(actor, 'pay_summary.read', { personId })) throw new Refusal('thing.not_found')
  const person = found(await rows.person.findUnique({ where: { id: personId } }))
  const today = japanDay(world.clock.now())
  const months = await getPaidStatements(rows, { ...daysOf(year, today), personId })
  if (months.length === 0) throw new Refusal('thing.not_found')
  const language = person.language === 'en' ? 'en' : 'ja'
  const corporation = await rows.organisation.findFirstOrThrow({ where: { kind: 'corporation' } })
  const from = [language === 'ja' ? corporation.name : corporation.nameEn, corporation.address]
  const summary: PaySummary = { year, language, today, name: person.displayName, from, months }
  const fileName = `pay-${year}.${format}`
  if (format === 'pdf')
    return bytesDownload(await makePdf(paySummaryPaper(summary)), { contentType: 'application/pdf', fileName })
  const bytes = Buffer.from(`\uFEFF${csvText(paySummaryLines(summary))}`)
  return bytesDownload(bytes, { contentType: 'text/csv; charset=utf-8', fileName })
}
