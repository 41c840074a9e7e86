import { TextInput } from '@mantine/core'
import { downloadJournal, getTrialBalance } from '@tsumugi/kit/contract/books.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { SaveFile } from '@tsumugi/kit/ui/parts/SaveFile.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { bookWords } from '@tsumugi/kit/words/books.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { useAccountName } from '../ledger/ledger.ts'
import { todayInJapan } from '../orders/japan-days.ts'
import styles from './BooksPage.module.css'
import { Economics } from './Economics.tsx'

/** The books of a month, and what is earned. */
export function BooksPage() {
  const t = useWords(bookWords)
  const [month, setMonth] = useState(todayInJapan().slice(0, 7))
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <Economics />
      <Section
        title={t('balance')}
        aside={
          <TextInput
            type="month"
            aria-label={t('month')}
            value={month}
            onChange={(event) => event.currentTarget.value && setMonth(event.currentTarget.value)}
          />
        }
      >
        <TrialBalance month={month} />
        <div className={styles.acts}>
          <SaveFile label={t('yayoi')} endpoint={downloadJournal} request={{ query: { month, format: 'yayoi' } }} />
          <SaveFile label={t('freee')} endpoint={downloadJournal} request={{ query: { month, format: 'freee' } }} />
        </div>
      </Section>
    </Page>
  )
}

function TrialBalance({ month }: { month: string }) {
  const t = useWords(bookWords)
  const name = useAccountName()
  const balance = useAnswer(getTrialBalance, { query: { month } }, { topics: ['ledger', 'order'], keepPrevious: true })
  return (
    <Answered of={balance} loading={<Loading kind="rows" count={6} />}>
      {({ accounts, total }) => {
        const moved = accounts.filter(({ openingYen, debitYen, creditYen }) => openingYen || debitYen || creditYen)
        const rows = moved.map(({ account, ...sums }) => ({ key: account, name: name(account), ...sums }))
        return (
          <DataTable
            caption={t('balance')}
            rows={rows.length === 0 ? [] : [...rows, { key: 'total', name: t('total'), ...total }]}
            rowKey={({ key }) => key}
            empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
            columns={[
              { key: 'account', title: t('account'), cell: (row) => row.name },
              { key: 'opening', title: t('opening'), align: 'end', cell: (row) => <Money yen={row.openingYen} /> },
              { key: 'debit', title: t('debit'), align: 'end', cell: (row) => <Money yen={row.debitYen} /> },
              { key: 'credit', title: t('credit'), align: 'end', cell: (row) => <Money yen={row.creditYen} /> },
              {
                key: 'closing',
                title: t('closing'),
                align: 'end',
                cell: (row) => <Money yen={row.closingYen} strong />,
              },
            ]}
          />
        )
      }}
    </Answered>
  )
}
