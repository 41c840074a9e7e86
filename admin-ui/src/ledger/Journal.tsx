import { listLedgerEntries } from '@tsumugi/kit/contract/ledger.ts'
import { useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { ledgerWords } from '@tsumugi/kit/words/ledger.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useCauseName } from './ledger.ts'
import { Postings } from './Postings.tsx'

/** Every entry with its postings, newest first. */
export function Journal() {
  const t = useWords(ledgerWords)
  const causeName = useCauseName()
  const entries = useRows(listLedgerEntries, { query: {} }, { topics: ['order', 'ledger'] })
  return (
    <Section title={t('journal')} lead={t('journalLead')}>
      <AnsweredRows of={entries}>
        {(rows) => (
          <DataTable
            caption={t('journal')}
            rows={rows}
            rowKey={(entry) => entry.id}
            more={entries}
            empty={<EmptyState title={t('journalNone')}>{t('journalNoneHelp')}</EmptyState>}
            columns={[
              { key: 'cause', title: t('cause'), whole: true, cell: (entry) => causeName(entry.cause) },
              {
                key: 'when',
                title: t('when'),
                whole: true,
                cell: (entry) => <Day value={entry.postedAt} as="moment" />,
              },
              { key: 'order', title: t('order'), cell: (entry) => entry.order?.title ?? null },
              { key: 'postings', title: t('postings'), cell: (entry) => <Postings postings={entry.postings} /> },
            ]}
          />
        )}
      </AnsweredRows>
    </Section>
  )
}
