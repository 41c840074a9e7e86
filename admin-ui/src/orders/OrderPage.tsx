import { Link, useParams } from '@tanstack/react-router'
import { getOrder } from '@tsumugi/kit/contract/orders.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { orderWords } from '@tsumugi/kit/words/orders.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { Content } from './Content.tsx'
import { Deliveries } from './Deliveries.tsx'
import { DraftForm } from './DraftForm.tsx'
import { EndOrder } from './EndOrder.tsx'
import { History } from './History.tsx'
import { Images } from './Images.tsx'
import { Manual } from './Manual.tsx'
import { NextStep } from './NextStep.tsx'
import { OrderSteps } from './OrderSteps.tsx'
import { type Order, orderTones } from './order-look.ts'
import { Quotes } from './Quotes.tsx'
import { Work } from './Work.tsx'

/** One order's whole story; what can be done next is what the server says this person may do. */
export function OrderPage() {
  const t = useWords(orderPageWords)
  const states = useWords(orderWords)
  const { day } = useFormats()
  const { orderId = '' } = useParams({ strict: false }) as { orderId?: string }
  const order = useAnswer(getOrder, { params: { orderId } }, { topics: [`order:${orderId}`] })
  const data = order.data
  return (
    <Page
      title={data?.title ?? ''}
      back={<Link to="/">{t('back')}</Link>}
      meta={
        data && (
          <>
            <StateChip tone={orderTones[data.state]} label={states(data.state)} />
            <span>T-{data.number}</span>
            <span>{data.client.name}</span>
            {data.dueOn && <span>{t('due', { day: day(data.dueOn) })}</span>}
          </>
        )
      }
      action={data && <NextStep order={data} />}
    >
      <Answered of={order}>{(answer) => <Story order={answer} />}</Answered>
    </Page>
  )
}

function Story({ order }: { order: Order }) {
  return (
    <>
      <Cancelled order={order} />
      <OrderSteps order={order} />
      {order.can.change ? <DraftForm order={order} /> : null}
      <Deliveries order={order} />
      <Quotes order={order} />
      <Work order={order} />
      {!order.can.change && <Content order={order} />}
      {order.can.readItems && <Images order={order} />}
      <Manual order={order} />
      <History order={order} />
      <EndOrder order={order} />
    </>
  )
}

function Cancelled({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const { yen } = useFormats()
  if (order.cancelledReason === null) return null
  return (
    <p role="note">
      {t('cancelledBecause', { reason: order.cancelledReason })}{' '}
      {order.cancelledOwedYen ? t('cancelledOwed', { amount: yen(order.cancelledOwedYen) }) : null}
    </p>
  )
}
