import { Button, Switch } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { listInvoices } from '@tsumugi/kit/contract/invoices.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { invoiceWords } from '@tsumugi/kit/words/invoices.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { Billables } from './Billables.tsx'
import { InvoiceChip } from './InvoiceChip.tsx'
import styles from './InvoicesPage.module.css'

/** What can be billed and what was; a client sees their own invoices. */
export function InvoicesPage() {
  const t = useWords(invoiceWords)
  const { can } = useMe()
  const bills = can['invoice.issue']
  return (
    <Page
      title={t('title')}
      lead={bills ? t('lead') : t('clientLead')}
      action={
        can['deposit.list'] && (
          <Button component={Link} to="/deposits" variant="default">
            {t('deposits')}
          </Button>
        )
      }
      width="wide"
    >
      {bills && <Billables />}
      <InvoiceList isOffice={bills} />
    </Page>
  )
}

function InvoiceList({ isOffice }: { isOffice: boolean }) {
  const t = useWords(invoiceWords)
  const [unpaid, setUnpaid] = useState(false)
  const invoices = useRows(
    listInvoices,
    { query: unpaid ? { unpaid: 'true' as const } : {} },
    { topics: ['invoice', 'deposit', 'deposit_import', 'advance'] },
  )
  return (
    <Section
      title={t('list')}
      aside={
        <Switch checked={unpaid} onChange={(event) => setUnpaid(event.currentTarget.checked)} label={t('onlyUnpaid')} />
      }
    >
      <AnsweredRows of={invoices}>
        {(rows) => (
          <DataTable
            caption={t('list')}
            rows={rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/invoices/${id}`}
            more={invoices}
            empty={<EmptyState title={t('listNone')}>{t('listNoneHelp')}</EmptyState>}
            columns={[
              {
                key: 'number',
                title: t('number'),
                whole: true,
                cell: ({ number }) => <span className={styles.number}>{number}</span>,
              },
              ...(isOffice
                ? [{ key: 'client', title: t('client'), cell: (row: (typeof rows)[number]) => row.client.name }]
                : []),
              {
                key: 'issued',
                title: t('issuedOn'),
                whole: true,
                cell: ({ issuedOn }) => <Day value={issuedOn} as="short" />,
              },
              { key: 'due', title: t('due'), whole: true, cell: ({ dueOn }) => <Day value={dueOn} /> },
              { key: 'state', title: t('state'), cell: (invoice) => <InvoiceChip invoice={invoice} /> },
              {
                key: 'total',
                title: t('total'),
                align: 'end',
                cell: ({ totalYen }) => <Money yen={totalYen} strong />,
              },
              {
                key: 'open',
                title: t('rest'),
                align: 'end',
                cell: ({ openYen }) => <Money yen={Math.max(openYen, 0)} />,
              },
            ]}
          />
        )}
      </AnsweredRows>
    </Section>
  )
}
