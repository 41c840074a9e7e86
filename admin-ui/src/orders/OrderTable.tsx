import type { listOrders } from '@tsumugi/kit/contract/orders.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import type { RowOf } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { type Column, DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { orderWords } from '@tsumugi/kit/words/orders.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { ReactNode } from 'react'
import { OrderProgress } from './OrderProgress.tsx'
import styles from './OrdersPage.module.css'
import { orderTone } from './order-look.ts'

type OrderRow = RowOf<typeof listOrders>

interface OrderTableProps {
  rows: readonly OrderRow[]
  more: { hasMore: boolean; isLoadingMore: boolean; more: () => void }
  empty: ReactNode
}

/** Orders by row: which, whose, due when, in what state, how far. A client's are all their own. */
export function OrderTable({ rows, more, empty }: OrderTableProps) {
  const t = useWords(orderWords)
  const { number } = useFormats()
  const me = useMe()
  const client: Column<OrderRow> = { key: 'client', title: t('client'), cell: (order) => order.client.name }
  const isOwn = me.can['quote.agree'] && !me.can['quote.offer']
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      rowKey={(order) => order.id}
      rowHref={(order) => `/orders/${order.id}`}
      more={more}
      empty={empty}
      columns={[
        {
          key: 'order',
          title: t('order'),
          cell: (order) => (
            <>
              <span className={styles.number}>T-{order.number}</span>
              {order.title}
            </>
          ),
        },
        {
          key: 'state',
          title: t('state'),
          whole: true,
          cell: (order) => <StateChip tone={orderTone(order, me.can)} label={t(order.state)} />,
        },
        {
          key: 'progress',
          title: t('progress'),
          cell: (order) => order.progress.tasks > 0 && <OrderProgress progress={order.progress} />,
        },
        {
          key: 'due',
          title: t('due'),
          whole: true,
          cell: (order) => order.dueOn && <Day value={order.dueOn} as="short" />,
        },
        {
          key: 'items',
          title: t('items'),
          align: 'end',
          whole: true,
          cell: (order) => t('itemsCount', { count: number(order.items) }),
        },
        ...(isOwn ? [] : [client]),
      ]}
    />
  )
}
