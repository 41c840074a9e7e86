import type { listInvoices } from '@tsumugi/kit/contract/invoices.ts'
import type { Invoice } from '../db/generated/client.ts'
import type { AnswerIn } from '../http/command.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { invoiceNumber } from './billing-calc.ts'

/** An invoice as lists tell it. */
export function shownInvoice(
  invoice: Invoice & { client: { id: string; name: string } },
): AnswerIn<typeof listInvoices>['rows'][number] {
  return {
    id: invoice.id,
    number: invoiceNumber(invoice),
    version: invoice.version,
    client: invoice.client,
    issuedOn: isoDayOf(invoice.issuedOn),
    closingOn: isoDayOf(invoice.closingOn),
    dueOn: isoDayOf(invoice.dueOn),
    netYen: invoice.netYen,
    taxYen: invoice.taxYen,
    totalYen: invoice.totalYen,
  }
}
