import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { listInvoices } from '@tsumugi/kit/contract/invoices.ts'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { invoiceWords } from '@tsumugi/kit/words/invoices.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

export type InvoiceRow = AnswerOf<typeof listInvoices>['rows'][number]

/** How an invoice stands with its payment. */
export function InvoiceChip({ invoice }: { invoice: Pick<InvoiceRow, 'state' | 'isOverdue'> }) {
  const t = useWords(invoiceWords)
  if (invoice.isOverdue) return <StateChip tone="bad" label={t('overdue')} />
  const tones = { open: 'info', partly_paid: 'care', paid: 'good', overpaid: 'care' } as const
  return <StateChip tone={tones[invoice.state]} label={t(invoice.state)} />
}
