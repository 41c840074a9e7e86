import { Day, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { gallery } from './gallery-words.ts'

const ROWS = [
  { id: '1', name: 'order1', client: 'client1', due: '2026-11-30', yen: 48_600, tone: 'now', state: 'now' },
  { id: '2', name: 'order2', client: 'client2', due: '2026-12-11', yen: 1_280_000, tone: 'info', state: 'info' },
  { id: '3', name: 'order3', client: 'client3', due: '2026-11-06', yen: 236_500, tone: 'good', state: 'good' },
] as const

/** A table as the office sees it. */
export function OrdersTable() {
  const t = useWords(gallery)
  return (
    <DataTable
      caption={t('ordersTitle')}
      rows={ROWS}
      rowKey={(row) => row.id}
      rowHref={(row) => `/orders/${row.id}`}
      sorting={{ key: 'due', direction: 'up' }}
      onSort={() => undefined}
      columns={[
        { key: 'name', title: t('order'), cell: (row) => t(row.name) },
        { key: 'client', title: t('client'), cell: (row) => t(row.client) },
        { key: 'due', title: t('due'), sortable: true, cell: (row) => <Day value={row.due} as="short" /> },
        { key: 'price', title: t('price'), align: 'end', cell: (row) => <Money yen={row.yen} /> },
        { key: 'state', title: t('state'), cell: (row) => <StateChip tone={row.tone} label={t(row.state)} /> },
      ]}
    />
  )
}
