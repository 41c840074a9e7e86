import { Link, useParams } from '@tanstack/react-router'
import { getInvoice } from '@tsumugi/kit/contract/invoices.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day, Figure, Figures, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { invoiceWords } from '@tsumugi/kit/words/invoices.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { ClientTerms } from './ClientTerms.tsx'
import { CorrectInvoice } from './CorrectInvoice.tsx'
import { InvoiceChip } from './InvoiceChip.tsx'
import styles from './InvoicePage.module.css'
import { InvoicePdf } from './InvoicePdf.tsx'
import type { Invoice } from './invoice.ts'

/** One invoice: what it comes to, line by line, its PDF and its versions. */
export function InvoicePage() {
  const t = useWords(invoiceWords)
  const { invoiceId = '' } = useParams({ strict: false })
  const answer = useAnswer(getInvoice, { params: { invoiceId } }, { topics: ['invoice', 'deposit', 'deposit_import'] })
  const data = answer.data
  return (
    <Page
      title={data?.number ?? t('title')}
      lead={data?.addressee}
      meta={data && <InvoiceChip invoice={data} />}
      back={<Link to="/invoices">{t('toList')}</Link>}
      action={data && <Acts invoice={data} />}
    >
      <Answered of={answer} loading={<Loading kind="rows" count={6} />}>
        {(invoice) => (
          <>
            <p className={styles.issuer}>
              {invoice.issuerName} · {t('registration')} {invoice.registrationNumber}
            </p>
            {invoice.reason !== null && <p>{t('whyCorrected', { reason: invoice.reason })}</p>}
            <Sums invoice={invoice} />
            <Lines invoice={invoice} />
            <Rates invoice={invoice} />
            {invoice.versions.length > 1 && <Versions invoice={invoice} />}
          </>
        )}
      </Answered>
    </Page>
  )
}

function Acts({ invoice }: { invoice: Invoice }) {
  return (
    <div className={styles.acts}>
      <InvoicePdf invoice={invoice} language="ja" />
      <InvoicePdf invoice={invoice} language="en" />
      {invoice.can.correct && <CorrectInvoice invoice={invoice} />}
      <ClientTerms client={invoice.client} variant="default" />
    </div>
  )
}

function Sums({ invoice }: { invoice: Invoice }) {
  const t = useWords(invoiceWords)
  const { day, yen } = useFormats()
  return (
    <div className={styles.sums}>
      <Figures>
        <Figure label={t('total')} value={yen(invoice.totalYen)} />
        <Figure label={t(invoice.openYen < 0 ? 'overpaid' : 'rest')} value={yen(Math.abs(invoice.openYen))} />
        <Figure
          label={t('due')}
          value={day(invoice.dueOn, 'short')}
          note={`${t('issuedOn')} ${day(invoice.issuedOn)}`}
        />
      </Figures>
    </div>
  )
}

function Lines({ invoice }: { invoice: Invoice }) {
  const t = useWords(invoiceWords)
  const { share } = useFormats()
  const rows = invoice.lines.map((line, at) => ({ ...line, at }))
  return (
    <Section title={t('lines')}>
      <DataTable
        caption={t('lines')}
        rows={rows}
        rowKey={({ at }) => String(at)}
        columns={[
          { key: 'what', title: t('description'), cell: ({ description }) => description },
          { key: 'day', title: t('day'), whole: true, cell: ({ soldOn }) => <Day value={soldOn} /> },
          {
            key: 'rate',
            title: t('rate'),
            align: 'end',
            whole: true,
            cell: ({ taxRateBp }) => share(taxRateBp / 10_000),
          },
          { key: 'net', title: t('amount'), align: 'end', cell: ({ netYen }) => <Money yen={netYen} /> },
        ]}
      />
    </Section>
  )
}

function Rates({ invoice }: { invoice: Invoice }) {
  const t = useWords(invoiceWords)
  const { share } = useFormats()
  return (
    <Section title={t('ratesTitle')}>
      <DataTable
        caption={t('ratesTitle')}
        rows={invoice.rates}
        rowKey={({ rateBp }) => String(rateBp)}
        columns={[
          { key: 'rate', title: t('rate'), cell: ({ rateBp }) => share(rateBp / 10_000) },
          { key: 'net', title: t('net'), align: 'end', cell: ({ netYen }) => <Money yen={netYen} /> },
          { key: 'tax', title: t('tax'), align: 'end', cell: ({ taxYen }) => <Money yen={taxYen} /> },
        ]}
      />
    </Section>
  )
}

function Versions({ invoice }: { invoice: Invoice }) {
  const t = useWords(invoiceWords)
  return (
    <Section title={t('versions')}>
      <DataTable
        caption={t('versions')}
        rows={invoice.versions}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/invoices/${id}`}
        columns={[
          {
            key: 'number',
            title: t('number'),
            cell: ({ id, number }) => (id === invoice.id ? `${number} · ${t('thisOne')}` : number),
          },
          { key: 'issued', title: t('issuedOn'), whole: true, cell: ({ issuedOn }) => <Day value={issuedOn} /> },
          { key: 'total', title: t('total'), align: 'end', cell: ({ totalYen }) => <Money yen={totalYen} /> },
        ]}
      />
    </Section>
  )
}
