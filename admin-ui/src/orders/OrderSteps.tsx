import { type Step, Steps } from '@tsumugi/kit/ui/parts/Steps.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './OrderSteps.module.css'
import type { Order } from './order-look.ts'

const way = ['draft', 'submitted', 'quoted', 'agreed', 'running', 'delivered', 'accepted', 'closed'] as const
type WayPoint = (typeof way)[number]

/** The event that brought an order to each point of its way. */
const arrivals: Record<WayPoint, string> = {
  draft: 'order.created',
  submitted: 'order.submitted',
  quoted: 'quote.offered',
  agreed: 'quote.agreed',
  running: 'task.allotted',
  delivered: 'delivery.readied',
  accepted: 'delivery.accepted',
  closed: 'order.closed',
}

/** Where the order stands on its way, as knots on a thread. */
export function OrderSteps({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  if (order.state === 'cancelled') return null
  const titles: Record<WayPoint, string> = {
    draft: t('stepDraft'),
    submitted: t('stepSubmitted'),
    quoted: t('stepQuoted'),
    agreed: t('stepAgreed'),
    running: t('stepRunning'),
    delivered: t('stepDelivered'),
    accepted: t('stepAccepted'),
    closed: t('stepClosed'),
  }
  const now = way.indexOf(order.state)
  const steps = way.map((point, index): Step => {
    const state = index < now ? 'done' : index === now ? 'now' : 'next'
    const at = index <= now ? order.history.find((event) => event.action === arrivals[point])?.happenedAt : undefined
    return { key: point, title: titles[point], state, ...(at && { at }) }
  })
  return (
    <div className={styles.way}>
      <Steps across label={t('way')} steps={steps} />
    </div>
  )
}
