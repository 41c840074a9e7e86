import { downloadInvoice } from '@tsumugi/kit/contract/invoices.ts'
import { SaveFile } from '@tsumugi/kit/ui/parts/SaveFile.tsx'
import { invoiceWords } from '@tsumugi/kit/words/invoices.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

/** The invoice as PDF in one language. */
export function InvoicePdf({ invoice, language }: { invoice: { id: string }; language: 'ja' | 'en' }) {
  const t = useWords(invoiceWords)
  return (
    <SaveFile
      label={language === 'ja' ? t('pdf') : t('pdfEn')}
      endpoint={downloadInvoice}
      request={{ params: { invoiceId: invoice.id }, query: { language } }}
    />
  )
}
