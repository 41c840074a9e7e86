import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { makeDelivery } from '@tsumugi/kit/contract/deliveries.ts'
import { closeOrder, submitOrder } from '@tsumugi/kit/contract/orders.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Order } from './order-look.ts'

/** The page's one main button: what this person would do next with the order. Agreeing and accepting stand beside what they are about. */
export function NextStep({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const toast = useToast()
  const onRefused = toast.failed
  const submit = useChange(submitOrder, { onRefused })
  const deliver = useChange(makeDelivery, { onRefused })
  const close = useChange(closeOrder, { onRefused })
  const { can } = order
  const request = { params: { orderId: order.id } }
  if (can.submit) {
    return (
      <Button loading={submit.isPending} onClick={() => submit.mutate(request)}>
        {t('submit')}
      </Button>
    )
  }
  if (can.split) {
    return (
      <Button component={Link} to={`/orders/${order.id}/split`}>
        {t('toSplit')}
      </Button>
    )
  }
  if (can.allot) {
    return (
      <Button component={Link} to={`/orders/${order.id}/allotment`}>
        {t('toAllot')}
      </Button>
    )
  }
  if (can.makeDelivery) {
    return (
      <Button loading={deliver.isPending} onClick={() => deliver.mutate(request)}>
        {t('makeDelivery')}
      </Button>
    )
  }
  if (can.close) {
    return (
      <Button loading={close.isPending} onClick={() => close.mutate(request)}>
        {t('close')}
      </Button>
    )
  }
  return null
}
