import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { ledgerWords } from '@tsumugi/kit/words/ledger.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Ledger } from './ledger.ts'

/** Revenue, costs and margin of every order that has moved money. */
export function Margins({ ledger }: { ledger: Ledger }) {
  const t = useWords(ledgerWords)
  return (
    <Section title={t('margin')} lead={t('marginLead')}>
      <DataTable
        caption={t('margin')}
        rows={ledger.orders}
        rowKey={(row) => row.order.id}
        rowHref={(row) => `/orders/${row.order.id}`}
        empty={<EmptyState title={t('marginNone')}>{t('marginNoneHelp')}</EmptyState>}
        columns={[
          { key: 'order', title: t('order'), cell: (row) => row.order.title },
          {
            key: 'revenue',
            title: t('revenue'),
            align: 'end',
            // Before the client's yes there is no revenue, and a margin below zero would only frighten.
            cell: (row) =>
              row.revenueYen === 0 ? <StateChip tone="info" label={t('notYet')} /> : <Money yen={row.revenueYen} />,
          },
          { key: 'work', title: t('workerPay'), align: 'end', cell: (row) => <Money yen={row.workerPayYen} /> },
          { key: 'review', title: t('reviewPay'), align: 'end', cell: (row) => <Money yen={row.reviewPayYen} /> },
          { key: 'overhead', title: t('overhead'), align: 'end', cell: (row) => <Money yen={row.overheadYen} /> },
          {
            key: 'margin',
            title: t('marginColumn'),
            align: 'end',
            cell: (row) => (row.revenueYen === 0 ? '—' : <Money yen={row.marginYen} strong />),
          },
        ]}
      />
    </Section>
  )
}
