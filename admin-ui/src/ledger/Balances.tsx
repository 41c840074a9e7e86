import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { ledgerWords } from '@tsumugi/kit/words/ledger.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { type Ledger, useAccountName } from './ledger.ts'

/** The trial balance: debit and credit of every account. */
export function Balances({ ledger }: { ledger: Ledger }) {
  const t = useWords(ledgerWords)
  const accountName = useAccountName()
  if (ledger.balances.length === 0) return null
  return (
    <Section title={t('balances')}>
      <DataTable
        caption={t('balances')}
        rows={ledger.balances}
        rowKey={(row) => row.account}
        columns={[
          { key: 'account', title: t('account'), cell: (row) => accountName(row.account) },
          {
            key: 'debit',
            title: t('debit'),
            align: 'end',
            cell: (row) => (row.amountYen > 0 ? <Money yen={row.amountYen} /> : null),
          },
          {
            key: 'credit',
            title: t('credit'),
            align: 'end',
            cell: (row) => (row.amountYen < 0 ? <Money yen={-row.amountYen} /> : null),
          },
        ]}
      />
    </Section>
  )
}
