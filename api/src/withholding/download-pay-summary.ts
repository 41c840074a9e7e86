import type { downloadPaySummary as endpoint } from '@tsumugi/kit/contract/withholding.ts'
import { bytesDownload } from '../documents/public.ts'
import type { Call, Download } from '../http/command.ts'
import { csvText } from '../kernel/csv.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { makePdf } from '../pdf/make-pdf.ts'
import { may } from '../permissions/may.ts'
import { getPaySummary } from './get-pay-summary.ts'
import { paySummaryLines, paySummaryPaper } from './pay-summary-paper.ts'

/** What somebody was paid in a calendar year, month by month, in their own language. */
export async function downloadPaySummary({ world, actor, params }: Call<typeof endpoint>): Promise<Download> {
  const { year, personId, format } = params
  if (!may(actor, 'pay_summary.read', { personId })) throw new Refusal('thing.not_found')
  const summary = await getPaySummary(world.db.rows, { year, personId, today: japanDay(world.clock.now()) })
  const fileName = `pay-${year}.${format}`
  if (format === 'pdf')
    return bytesDownload(await makePdf(paySummaryPaper(summary)), { contentType: 'application/pdf', fileName })
  const bytes = Buffer.from(`\uFEFF${csvText(paySummaryLines(summary))}`)
  return bytesDownload(bytes, { contentType: 'text/csv; charset=utf-8', fileName })
}
