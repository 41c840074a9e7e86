import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { ledgerWords } from '@tsumugi/kit/words/ledger.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Ledger } from './ledger.ts'

/** What is owed to whom, and what clients owe. */
export function Owed({ ledger }: { ledger: Ledger }) {
  const t = useWords(ledgerWords)
  const { number } = useFormats()
  return (
    <>
      <Section title={t('owed')} lead={t('owedLead')}>
        <DataTable
          caption={t('owed')}
          rows={ledger.payables}
          rowKey={(row) => row.person.id}
          empty={<EmptyState title={t('owedNone')}>{t('owedNoneHelp')}</EmptyState>}
          columns={[
            { key: 'person', title: t('person'), cell: (row) => row.person.name },
            { key: 'entries', title: t('entries'), align: 'end', cell: (row) => number(row.entries) },
            { key: 'amount', title: t('amount'), align: 'end', cell: (row) => <Money yen={row.amountYen} /> },
          ]}
        />
      </Section>
      {ledger.receivables.length > 0 && (
        <Section title={t('clients')}>
          <DataTable
            caption={t('clients')}
            rows={ledger.receivables}
            rowKey={(row) => row.client.id}
            columns={[
              { key: 'client', title: t('client'), cell: (row) => row.client.name },
              { key: 'amount', title: t('amount'), align: 'end', cell: (row) => <Money yen={row.amountYen} /> },
            ]}
          />
        </Section>
      )}
    </>
  )
}
