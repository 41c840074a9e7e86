import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { getOrder } from '@tsumugi/kit/contract/orders.ts'
import { listTeams } from '@tsumugi/kit/contract/teams.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { allotmentWords } from '@tsumugi/kit/words/allotment.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Order } from '../orders/order-look.ts'
import { TeamProgress } from '../orders/TeamProgress.tsx'
import { MoveTasks } from './MoveTasks.tsx'
import { Shares } from './Shares.tsx'

/** Hands an order's tasks to teams by share, and shows how far each has come. */
export function AllotmentPage() {
  const t = useWords(allotmentWords)
  const { orderId = '' } = useParams({ strict: false }) as { orderId?: string }
  const order = useAnswer(getOrder, { params: { orderId } }, { topics: [`order:${orderId}`, 'task', 'split'] })
  return (
    <Page
      title={t('title')}
      lead={order.data?.can.allot && t('lead')}
      back={<Link to={`/orders/${orderId}`}>{order.data?.title ?? t('order')}</Link>}
    >
      <Answered of={order}>
        {(data) => (
          <>
            <ToAllot order={data} />
            {data.allotments.length > 0 && (
              <Section title={t('already')} aside={data.can.moveTasks && <MoveTasks order={data} />}>
                <TeamProgress allotments={data.allotments} />
              </Section>
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}

function ToAllot({ order }: { order: Order }) {
  const t = useWords(allotmentWords)
  const teams = useAnswer(listTeams, {}, { topics: ['team', 'task', 'submission'], enabled: order.can.allot })
  if (order.can.allot) {
    return <Answered of={teams}>{(data) => <Shares order={order} teams={data.teams} />}</Answered>
  }
  if (order.split?.state === 'done') {
    return order.allotments.length > 0 ? (
      <p>{t('nothingHelp')}</p>
    ) : (
      <EmptyState title={t('nothing')}>{t('nothingHelp')}</EmptyState>
    )
  }
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
