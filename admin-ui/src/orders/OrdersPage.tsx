import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Link, useNavigate } from '@tanstack/react-router'
import { listOrders, type OrderState } from '@tsumugi/kit/contract/orders.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useRows, useWatch } from '@tsumugi/kit/ui/client/use-answer.ts'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { useShortcuts } from '@tsumugi/kit/ui/parts/shortcuts.tsx'
import { orderWords } from '@tsumugi/kit/words/orders.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useRef, useState } from 'react'
import { TermsQuestions } from '../terms/TermsQuestions.tsx'
import { OrderFilters } from './OrderFilters.tsx'
import { OrderTable } from './OrderTable.tsx'

/** All orders this person may see; for a client, their own. */
export function OrdersPage() {
  const t = useWords(orderWords)
  const me = useMe()
  const navigate = useNavigate()
  const searchField = useRef<HTMLInputElement>(null)
  const [search, setSearch] = useState('')
  const [state, setState] = useState<OrderState | ''>('')
  const [settled] = useDebouncedValue(search.trim(), 250)
  const isFiltered = settled !== '' || state !== ''
  const orders = useRows(
    listOrders,
    { query: { ...(settled && { search: settled }), ...(state && { state }) } },
    { topics: ['order'], keepPrevious: true },
  )
  // Clients hear only of orders they watch, so the list watches its rows.
  useWatch((orders.rows ?? []).map(({ id }) => `order:${id}`))
  useShortcuts([
    { keys: '/', label: t('search'), run: () => searchField.current?.focus() },
    {
      keys: 'n',
      label: t('newOrder'),
      run: () => void navigate({ to: '/orders/new' }),
      enabled: me.can['order.create'],
    },
  ])
  const newOrder = me.can['order.create'] && (
    <Button component={Link} to="/orders/new">
      {t('newOrder')}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      lead={me.can['quote.offer'] ? t('leadOffice') : me.can['quote.agree'] ? t('leadClient') : null}
      action={newOrder}
      width="wide"
    >
      {me.can['terms_question.list'] && <TermsQuestions />}
      {(isFiltered || (orders.rows?.length ?? 0) > 0) && (
        <OrderFilters field={searchField} search={search} onSearch={setSearch} state={state} onState={setState} />
      )}
      <AnsweredRows of={orders}>
        {(rows) => (
          <OrderTable
            rows={rows}
            more={orders}
            empty={
              isFiltered ? (
                <EmptyState title={t('noneFound')}>{t('noneFoundHelp')}</EmptyState>
              ) : (
                <EmptyState title={t('noneYet')}>{t('noneYetHelp')}</EmptyState>
              )
            }
          />
        )}
      </AnsweredRows>
    </Page>
  )
}
