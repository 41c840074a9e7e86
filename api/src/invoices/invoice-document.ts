import type { NewDocument } from '../documents/public.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { invoiceNumber } from './billing-calc.ts'
import { invoicePaper } from './invoice-paper.ts'
import type { WholeInvoice } from './invoice-store.ts'

/** An invoice as the document that is kept, in the client's language. */
export function invoiceDocument(
  invoice: WholeInvoice,
  { clientName, corrects }: { clientName: string; corrects: string | null },
): NewDocument {
  const language = invoice.language === 'en' ? 'en' : 'ja'
  return {
    kind: 'invoice',
    subjectId: invoice.id,
    supersedesSubjectId: invoice.correctsId,
    version: invoice.version,
    number: invoiceNumber(invoice),
    transactedOn: isoDayOf(invoice.closingOn),
    amountYen: invoice.totalYen,
    counterparty: { id: invoice.clientId, name: clientName },
    registrationNumber: invoice.registrationNumber,
    paper: invoicePaper({ ...invoice, corrects }, language),
  }
}
