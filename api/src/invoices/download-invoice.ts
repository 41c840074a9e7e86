import type { downloadInvoice as endpoint } from '@tsumugi/kit/contract/invoices.ts'
import { bytesDownload, documentDownload } from '../documents/public.ts'
import type { Call, Download } from '../http/command.ts'
import { makePdf } from '../pdf/make-pdf.ts'
import { invoiceNumber } from './billing-calc.ts'
import { getIssuerNameAt } from './get-client-terms-on.ts'
import { invoicePaper } from './invoice-paper.ts'
import { getWhole } from './invoice-store.ts'
import { seeInvoice } from './see-invoice.ts'

/** The invoice as it was issued; in the other language it is drawn from the same rows, and so always the same. */
export async function downloadInvoice({ world, actor, params, query }: Call<typeof endpoint>): Promise<Download> {
  const { rows } = world.db
  await seeInvoice(rows, actor, 'invoice.read', params.invoiceId)
  const invoice = await getWhole(rows, params.invoiceId)
  const language = (query.language ?? invoice.language) === 'en' ? 'en' : 'ja'
  if (language === invoice.language) return documentDownload(world, { kind: 'invoice', subjectId: invoice.id })
  const issuerName = (await getIssuerNameAt(rows, invoice, language)) ?? invoice.issuerName
  const corrects = invoice.correctsId && invoiceNumber(await getWhole(rows, invoice.correctsId))
  const bytes = await makePdf(invoicePaper({ ...invoice, issuerName, corrects }, language))
  return bytesDownload(bytes, { contentType: 'application/pdf', fileName: `${invoiceNumber(invoice)}-${language}.pdf` })
}
