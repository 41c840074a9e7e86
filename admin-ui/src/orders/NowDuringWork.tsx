import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { makeDelivery } from '@tsumugi/kit/contract/deliveries.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Progress } from '@tsumugi/kit/ui/parts/Progress.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { orderNowWords } from '@tsumugi/kit/words/order-now.ts'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { daysBetween, todayInJapan } from './japan-days.ts'
import { NowPanel } from './NowPanel.tsx'
import { OrderProgress } from './OrderProgress.tsx'
import type { Order } from './order-look.ts'

// What stands first while the tasks are worked on and the package is made.

interface NowProps {
  order: Order
}

export function AwaitWorkNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const reason = askedChange(order)
  const days = order.dueOn ? daysBetween(todayInJapan(), order.dueOn) : null
  return (
    <NowPanel
      isTurn={false}
      title={reason ? t('changing') : t('awaitWork')}
      text={
        reason
          ? t('changingText', { reason })
          : days !== null && t(days >= 0 ? 'daysLeft' : 'daysPast', { count: Math.abs(days) })
      }
    >
      <OrderProgress progress={order.progress} legend />
    </NowPanel>
  )
}

export function AwaitDeliveryNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const reason = askedChange(order)
  if (reason) return <NowPanel isTurn={false} title={t('changing')} text={t('changingText', { reason })} />
  return <NowPanel isTurn={false} title={t('awaitDelivery')} text={t('awaitDeliveryText')} />
}

export function DeliverNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const page = useWords(orderPageWords)
  const toast = useToast()
  const deliver = useChange(makeDelivery, { onRefused: toast.failed })
  const reason = askedChange(order)
  const asksRework = reason !== null && order.can.rework && !isReworked(order)
  const isFailed = order.deliveries[0]?.state === 'failed'
  return (
    <NowPanel
      isTurn
      title={reason ? t(asksRework ? 'changeAsked' : 'changeMade') : isFailed ? t('deliverFailed') : t('deliver')}
      text={
        reason
          ? t(asksRework ? 'changeAskedText' : 'changeMadeText', { reason })
          : isFailed
            ? t('deliverFailedText')
            : t('deliverText')
      }
      action={
        <>
          {asksRework && (
            <Button component={Link} to={`/orders/${order.id}/tasks`}>
              {t('chooseRework')}
            </Button>
          )}
          <Button
            variant={asksRework ? 'default' : 'filled'}
            loading={deliver.isPending}
            onClick={() => deliver.mutate({ params: { orderId: order.id } })}
          >
            {reason || isFailed ? page('makeDeliveryAgain') : page('makeDelivery')}
          </Button>
        </>
      }
    />
  )
}

export function MakingNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const page = useWords(orderPageWords)
  const [delivery] = order.deliveries
  return (
    <NowPanel isTurn={false} title={t('making')} text={t('makingText')}>
      {delivery && (
        <Progress label={page('deliveryMakingLabel')} done={delivery.itemsDone} total={delivery.itemsTotal} />
      )}
    </NowPanel>
  )
}

/** What the client asked to have changed in the newest delivery. */
function askedChange({ deliveries }: Order): string | null {
  const [newest] = deliveries
  return newest?.state === 'change_requested' ? newest.reason : null
}

/** Was anything done again since the client asked? */
function isReworked({ deliveries, history }: Order): boolean {
  const askedAt = deliveries[0]?.decidedAt
  return history.some(({ action, happenedAt }) => action === 'task.reworked' && askedAt && happenedAt >= askedAt)
}
