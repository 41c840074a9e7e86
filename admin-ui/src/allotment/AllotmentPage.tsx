import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { getOrder } from '@tsumugi/kit/contract/orders.ts'
import { listTeams } from '@tsumugi/kit/contract/teams.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { allotmentWords } from '@tsumugi/kit/words/allotment.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { OrderProgress } from '../orders/OrderProgress.tsx'
import type { Order } from '../orders/order-look.ts'
import { Shares } from './Shares.tsx'

/** Hands an order's tasks to teams by share, and shows how far each has come. */
export function AllotmentPage() {
  const t = useWords(allotmentWords)
  const { orderId = '' } = useParams({ strict: false }) as { orderId?: string }
  const order = useAnswer(getOrder, { params: { orderId } }, { topics: [`order:${orderId}`, 'task', 'split'] })
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={<Link to={`/orders/${orderId}`}>{order.data?.title ?? t('order')}</Link>}
    >
      <Answered of={order}>
        {(data) => (
          <>
            <ToAllot order={data} />
            {data.allotments.length > 0 && <Allotted order={data} />}
          </>
        )}
      </Answered>
    </Page>
  )
}

function ToAllot({ order }: { order: Order }) {
  const t = useWords(allotmentWords)
  const teams = useAnswer(listTeams, {}, { topics: ['team', 'task'] })
  if (order.split?.state !== 'done') {
    return (
      <EmptyState
        title={t('notSplit')}
        action={
          order.can.split && (
            <Button component={Link} to={`/orders/${order.id}/split`}>
              {t('toSplit')}
            </Button>
          )
        }
      >
        {t('notSplitHelp')}
      </EmptyState>
    )
  }
  if (!order.can.allot || order.progress.held === 0) {
    return <EmptyState title={t('nothing')}>{t('nothingHelp')}</EmptyState>
  }
  return <Answered of={teams}>{(data) => <Shares order={order} teams={data.teams} />}</Answered>
}

function Allotted({ order }: { order: Order }) {
  const t = useWords(allotmentWords)
  const { number, share } = useFormats()
  return (
    <Section title={t('already')}>
      <DataTable
        caption={t('already')}
        rows={order.allotments}
        rowKey={(row) => row.team.id}
        columns={[
          { key: 'team', title: t('team'), cell: (row) => row.team.name },
          { key: 'share', title: t('share'), align: 'end', cell: (row) => share(row.shareBp / 10_000) },
          {
            key: 'tasks',
            title: t('gets'),
            align: 'end',
            cell: (row) => t('alreadyTasks', { count: number(row.tasks) }),
          },
          { key: 'progress', title: t('progress'), cell: (row) => <OrderProgress progress={row.progress} /> },
        ]}
      />
    </Section>
  )
}
