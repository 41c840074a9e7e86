import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { ledgerWords } from '@tsumugi/kit/words/ledger.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { type Ledger, useAccountName } from './ledger.ts'

/** The trial balance: debit and credit of every account that moved, and their equal sums. */
export function Balances({ ledger }: { ledger: Ledger }) {
  const t = useWords(ledgerWords)
  const accountName = useAccountName()
  const moved = ledger.balances.filter(({ amountYen }) => amountYen !== 0)
  if (moved.length === 0) return null
  const rows = moved.map(({ account, amountYen }) => ({
    key: account as string,
    name: accountName(account),
    debitYen: Math.max(0, amountYen),
    creditYen: Math.max(0, -amountYen),
    isSum: false,
  }))
  const sum = {
    key: 'sum',
    name: t('sum'),
    debitYen: rows.reduce((total, row) => total + row.debitYen, 0),
    creditYen: rows.reduce((total, row) => total + row.creditYen, 0),
    isSum: true,
  }
  return (
    <Section title={t('balances')}>
      <DataTable
        caption={t('balances')}
        rows={[...rows, sum]}
        rowKey={(row) => row.key}
        columns={[
          { key: 'account', title: t('account'), cell: (row) => row.name },
          {
            key: 'debit',
            title: t('debit'),
            align: 'end',
            cell: (row) => row.debitYen > 0 && <Money yen={row.debitYen} strong={row.isSum} />,
          },
          {
            key: 'credit',
            title: t('credit'),
            align: 'end',
            cell: (row) => row.creditYen > 0 && <Money yen={row.creditYen} strong={row.isSum} />,
          },
        ]}
      />
    </Section>
  )
}
