import { acceptDelivery, requestChange } from '@tsumugi/kit/contract/deliveries.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { DownloadDelivery } from './DownloadDelivery.tsx'
import type { Order } from './order-look.ts'

interface AnswerDeliveryProps {
  order: Order
  delivery: Order['deliveries'][number]
}

/** Taking a package away, and the client's yes to it or wish for a change. Looking comes first: until then it is the main button. */
export function AnswerDelivery({ order, delivery }: AnswerDeliveryProps) {
  const t = useWords(orderPageWords)
  const accept = useChange(acceptDelivery)
  const change = useChange(requestChange)
  const params = { deliveryId: delivery.id }
  const isSeen = order.history.some(
    ({ action, facts }) => action === 'delivery.downloaded' && facts.version === delivery.version,
  )
  const acceptIt = delivery.can.accept && (
    <ConfirmAction
      key="accept"
      variant={isSeen ? 'filled' : 'default'}
      label={t('accept')}
      title={t('acceptTitle')}
      confirmLabel={t('accept')}
      onConfirm={() => accept.mutateAsync({ params })}
    >
      {t('acceptText')}
    </ConfirmAction>
  )
  const takeIt = delivery.can.download && (
    <DownloadDelivery key="download" delivery={delivery} isMain={delivery.can.accept && !isSeen} />
  )
  return (
    <>
      {isSeen ? [acceptIt, takeIt] : [takeIt, acceptIt]}
      {delivery.can.requestChange && (
        <ConfirmAction
          variant="subtle"
          label={t('requestChange')}
          title={t('requestChangeTitle')}
          confirmLabel={t('requestChangeDo')}
          withReason
          onConfirm={(reason) => change.mutateAsync({ params, body: { reason } })}
        >
          {t('requestChangeText')}
        </ConfirmAction>
      )}
    </>
  )
}
