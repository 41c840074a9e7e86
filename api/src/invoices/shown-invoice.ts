import type { listInvoices } from '@tsumugi/kit/contract/invoices.ts'
import type { Invoice } from '../db/generated/client.ts'
import type { AnswerIn } from '../http/command.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { invoiceNumber } from './billing-calc.ts'
import { paidState } from './paid-rules.ts'

/** An invoice as lists tell it, with what was paid of it by today. */
export function shownInvoice(
  invoice: Invoice & { client: { id: string; name: string } },
  { paidYen, today }: { paidYen: number; today: string },
): AnswerIn<typeof listInvoices>['rows'][number] {
  const dueOn = isoDayOf(invoice.dueOn)
  return {
    id: invoice.id,
    number: invoiceNumber(invoice),
    version: invoice.version,
    client: invoice.client,
    issuedOn: isoDayOf(invoice.issuedOn),
    closingOn: isoDayOf(invoice.closingOn),
    dueOn,
    netYen: invoice.netYen,
    taxYen: invoice.taxYen,
    totalYen: invoice.totalYen,
    ...paidState({ totalYen: invoice.totalYen, paidYen, dueOn, today }),
  }
}
