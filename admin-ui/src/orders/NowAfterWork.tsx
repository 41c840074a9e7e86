import { Button } from '@mantine/core'
import { closeOrder } from '@tsumugi/kit/contract/orders.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { orderNowWords } from '@tsumugi/kit/words/order-now.ts'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { AnswerDelivery } from './AnswerDelivery.tsx'
import { DeliveryContents } from './DeliveryContents.tsx'
import { NowPanel } from './NowPanel.tsx'
import type { Order } from './order-look.ts'

// What stands first from the delivery to the end.

interface NowProps {
  order: Order
}

export function AcceptNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const [delivery] = order.deliveries
  return (
    <NowPanel
      isTurn
      title={t('accept')}
      text={t('acceptText')}
      action={delivery && <AnswerDelivery order={order} delivery={delivery} />}
    >
      {delivery && <DeliveryContents delivery={delivery} />}
    </NowPanel>
  )
}

export function AwaitAcceptanceNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const [delivery] = order.deliveries
  return (
    <NowPanel
      isTurn={false}
      title={t('awaitAcceptance')}
      text={t('awaitAcceptanceText')}
      action={delivery && <AnswerDelivery order={order} delivery={delivery} />}
    >
      {delivery && <DeliveryContents delivery={delivery} />}
    </NowPanel>
  )
}

export function CloseNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const page = useWords(orderPageWords)
  const toast = useToast()
  const close = useChange(closeOrder, { onRefused: toast.failed })
  const total = useTotal(order)
  return (
    <NowPanel
      isTurn
      title={t('close')}
      text={t('closeText', { total })}
      action={
        <Button loading={close.isPending} onClick={() => close.mutate({ params: { orderId: order.id } })}>
          {page('close')}
        </Button>
      }
    />
  )
}

export function AcceptedNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const total = useTotal(order)
  return <NowPanel isTurn={false} title={t('accepted')} text={t('acceptedText', { total })} />
}

export function ClosedNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const total = useTotal(order)
  return <NowPanel isTurn={false} title={t('closed')} text={t('closedText', { total })} />
}

export function CancelledNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const { yen } = useFormats()
  const owed = order.cancelledOwedYen ?? 0
  return (
    <NowPanel
      isTurn={false}
      title={t('cancelled')}
      text={
        <>
          {t('cancelledBecause', { reason: order.cancelledReason ?? '—' })}
          <br />
          {owed > 0 ? t('cancelledOwed', { amount: yen(owed) }) : t('cancelledFree')}
        </>
      }
    />
  )
}

/** What was agreed to, with tax. */
function useTotal(order: Order): string {
  const { yen } = useFormats()
  const agreed = order.quotes.find(({ state }) => state === 'agreed')
  return agreed ? yen(agreed.totalYen) : '—'
}
