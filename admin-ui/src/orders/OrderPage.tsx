import { Link, useParams } from '@tanstack/react-router'
import { getOrder } from '@tsumugi/kit/contract/orders.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
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
import { Draft } from './Draft.tsx'
import { EndOrder } from './EndOrder.tsx'
import { History } from './History.tsx'
import { Images } from './Images.tsx'
import { Manual } from './Manual.tsx'
import { NowSection } from './NowSection.tsx'
import { OrderSteps } from './OrderSteps.tsx'
import { type Order, orderTone } from './order-look.ts'
import { Quotes } from './Quotes.tsx'
import { Work } from './Work.tsx'

/** One order's whole story; what can be done next is what the server says this person may do. */
export function OrderPage() {
  const t = useWords(orderPageWords)
  const { orderId = '' } = useParams({ strict: false }) as { orderId?: string }
  const order = useAnswer(getOrder, { params: { orderId } }, { topics: [`order:${orderId}`] })
  return (
    <Page
      title={order.data?.title ?? t('order')}
      back={<Link to="/">{t('back')}</Link>}
      meta={order.data && <Facts order={order.data} />}
    >
      <Answered of={order}>{(answer) => <Story order={answer} />}</Answered>
    </Page>
  )
}

function Facts({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const states = useWords(orderWords)
  const { day } = useFormats()
  const me = useMe()
  return (
    <>
      <StateChip tone={orderTone(order, me.can)} label={states(order.state)} />
      <span>T-{order.number}</span>
      <span>{order.client.name}</span>
      {order.dueOn && <span>{t('due', { day: day(order.dueOn) })}</span>}
    </>
  )
}

/** From what to do now to what has been: the eye stops where it has found enough. */
function Story({ order }: { order: Order }) {
  return (
    <>
      <OrderSteps order={order} />
      <NowSection order={order} />
      {order.can.change ? (
        <Draft key={order.id} order={order} />
      ) : (
        <>
          <Work order={order} />
          <Deliveries order={order} />
          <Content order={order} />
          {order.can.readItems && <Images order={order} />}
          <Quotes order={order} />
          <Manual order={order} />
        </>
      )}
      <History order={order} />
      <EndOrder order={order} />
    </>
  )
}
