import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Link, useParams } from '@tanstack/react-router'
import { getOrder } from '@tsumugi/kit/contract/orders.ts'
import { assignmentState, listTasks } from '@tsumugi/kit/contract/tasks.ts'
import { useAnswer, useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { taskWords } from '@tsumugi/kit/words/tasks.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import type { Order } from '../orders/order-look.ts'
import { AskRework } from './AskRework.tsx'
import { FeeCuts } from './FeeCuts.tsx'
import { MoreTimeAsks } from './MoreTimeAsks.tsx'
import styles from './TasksPage.module.css'
import { TaskTable } from './TaskTable.tsx'
import { type TaskState, useTaskStates } from './use-task-states.ts'

/** Every task of an order with who has it, and where accepted ones are asked to be done again. */
export function TasksPage() {
  const t = useWords(taskWords)
  const { orderId = '' } = useParams({ strict: false }) as { orderId?: string }
  const order = useAnswer(getOrder, { params: { orderId } }, { topics: [`order:${orderId}`] })
  return (
    <Page
      title={t('title')}
      lead={order.data && isChangeAsked(order.data) ? t('leadRework') : t('lead')}
      back={<Link to={`/orders/${orderId}`}>{order.data?.title ?? '…'}</Link>}
      width="wide"
    >
      <Answered of={order}>{(data) => <Tasks order={data} />}</Answered>
    </Page>
  )
}

function Tasks({ order }: { order: Order }) {
  const t = useWords(taskWords)
  const states = useTaskStates()
  const [search, setSearch] = useState('')
  const [state, setState] = useState<TaskState | ''>('')
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [settled] = useDebouncedValue(search.trim(), 250)
  const isFiltered = settled !== '' || state !== ''
  const tasks = useRows(
    listTasks,
    { params: { orderId: order.id }, query: { ...(settled && { search: settled }), ...(state && { state }) } },
    { topics: [`order:${order.id}`, 'task', 'submission'], keepPrevious: true },
  )
  const empty = isFiltered ? (
    <EmptyState title={t('noneFound')}>{t('noneFoundHelp')}</EmptyState>
  ) : (
    <EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>
  )
  return (
    <>
      <div className={styles.filters}>
        <TextInput
          type="search"
          label={t('search')}
          value={search}
          maxLength={200}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('stateFilter')}
          value={state}
          onChange={(event) => setState(event.currentTarget.value as TaskState | '')}
          data={[
            { value: '', label: t('allStates') },
            ...assignmentState.options.map((each) => ({ value: each, label: states(each) })),
          ]}
        />
      </div>
      <AnsweredRows of={tasks}>
        {(rows) => (
          <TaskTable
            rows={rows}
            more={tasks}
            empty={empty}
            chosen={order.can.rework ? chosen : null}
            onChoose={(number, isChosen) =>
              setChosen(
                (before) => new Set(isChosen ? [...before, number] : [...before].filter((one) => one !== number)),
              )
            }
          />
        )}
      </AnsweredRows>
      {(isChangeAsked(order) || chosen.size > 0) && (
        <AskRework order={order} chosen={[...chosen]} onAsked={() => setChosen(new Set())} />
      )}
      <MoreTimeAsks orderId={order.id} />
      <FeeCuts orderId={order.id} />
    </>
  )
}

/** Does the client wait for something to be changed in the newest delivery? */
function isChangeAsked({ deliveries, can }: Order): boolean {
  return can.rework && deliveries[0]?.state === 'change_requested'
}
