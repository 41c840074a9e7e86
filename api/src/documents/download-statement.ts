import type { downloadStatement as endpoint } from '@tsumugi/kit/contract/documents.ts'
import type { Call, Download } from '../http/command.ts'
import { csvText } from '../kernel/csv.ts'
import { Refusal } from '../kernel/refusal.ts'
import { makePdf } from '../pdf/make-pdf.ts'
import { may } from '../permissions/may.ts'
import { bytesDownload } from './bytes-download.ts'
import { getStatementDocument } from './get-person-document.ts'
import { getStatementLines } from './get-statement-lines.ts'
import { documentDownload, hasDocument, seePayee } from './see-document.ts'

/** A statement as it is kept; in the minute before it is, it is drawn from the same rows, and so the same. */
export async function downloadStatement({ world, actor, params }: Call<typeof endpoint>): Promise<Download> {
  const { rows } = world.db
  const { statementId, format } = params
  if (!may(actor, 'statement.read', { personId: await seePayee(rows, statementId) }))
    throw new Refusal('thing.not_found')
  if (format === 'csv') {
    const { number, lines } = await getStatementLines(rows, statementId)
    const bytes = Buffer.from(`\uFEFF${csvText(lines)}`)
    return bytesDownload(bytes, { contentType: 'text/csv; charset=utf-8', fileName: `${number}.csv` })
  }
  const subject = { kind: 'statement' as const, subjectId: statementId }
  if (await hasDocument(rows, subject)) return documentDownload(world, subject)
  const { number, paper } = await getStatementDocument(rows, statementId)
  return bytesDownload(await makePdf(paper), { contentType: 'application/pdf', fileName: `${number}.pdf` })
}
