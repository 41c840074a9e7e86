import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { listOrders, type OrderState, orderStates } from '@tsumugi/kit/contract/orders.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { orderWords } from '@tsumugi/kit/words/orders.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { OrderProgress } from './OrderProgress.tsx'
import styles from './OrdersPage.module.css'
import { orderTones } from './order-look.ts'

/** All orders this person may see; for a client, their own. */
export function OrdersPage() {
  const t = useWords(orderWords)
  const { number } = useFormats()
  const me = useMe()
  const [search, setSearch] = useState('')
  const [state, setState] = useState<OrderState | ''>('')
  const [settled] = useDebouncedValue(search.trim(), 250)
  const isFiltered = settled !== '' || state !== ''
  const orders = useRows(
    listOrders,
    { query: { ...(settled && { search: settled }), ...(state && { state }) } },
    { topics: ['order'], keepPrevious: true },
  )
  const newOrder = me.can['order.create'] && (
    <Button component={Link} to="/orders/new">
      {t('newOrder')}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      lead={me.can['margin.read'] ? t('leadOffice') : t('leadClient')}
      action={newOrder}
      width="wide"
    >
      <div className={styles.filters}>
        <TextInput
          type="search"
          label={t('search')}
          value={search}
          maxLength={80}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('stateFilter')}
          value={state}
          onChange={(event) => setState(event.currentTarget.value as OrderState | '')}
          data={[{ value: '', label: t('allStates') }, ...orderStates.map((each) => ({ value: each, label: t(each) }))]}
        />
      </div>
      <AnsweredRows of={orders}>
        {(rows) => (
          <DataTable
            caption={t('title')}
            rows={rows}
            rowKey={(order) => order.id}
            rowHref={(order) => `/orders/${order.id}`}
            more={orders}
            empty={
              isFiltered ? (
                <EmptyState title={t('noneFound')}>{t('noneFoundHelp')}</EmptyState>
              ) : (
                <EmptyState title={t('noneYet')} action={newOrder}>
                  {t('noneYetHelp')}
                </EmptyState>
              )
            }
            columns={[
              { key: 'order', title: t('order'), cell: (order) => `T-${order.number} ${order.title}` },
              { key: 'client', title: t('client'), cell: (order) => order.client.name },
              {
                key: 'due',
                title: t('due'),
                cell: (order) => (order.dueOn ? <Day value={order.dueOn} as="short" /> : null),
              },
              {
                key: 'items',
                title: t('items'),
                align: 'end',
                cell: (order) => t('itemsCount', { count: number(order.items) }),
              },
              {
                key: 'state',
                title: t('state'),
                cell: (order) => <StateChip tone={orderTones[order.state]} label={t(order.state)} />,
              },
              { key: 'progress', title: t('progress'), cell: (order) => <OrderProgress progress={order.progress} /> },
            ]}
          />
        )}
      </AnsweredRows>
    </Page>
  )
}
