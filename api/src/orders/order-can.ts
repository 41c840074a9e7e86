import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { getOrder, OrderState } from '@tsumugi/kit/contract/orders.ts'
import { decideRefusal, downloadRefusal, makeDeliveryRefusal } from '../deliveries/public.ts'
import { publishRefusal } from '../manuals/public.ts'
import { type Actor, may, type Subject } from '../permissions/may.ts'
import { cancelSplitRefusal, startSplitRefusal } from '../splitting/public.ts'
import type { Progress } from './get-progress.ts'
import { moveAllowed } from './order-state.ts'

type Story = AnswerOf<typeof getOrder>
type SplitState = NonNullable<Story['split']>['state']
type Delivery = Pick<Story['deliveries'][number], 'state'>

/** What an order's next steps depend on, besides who asks. */
export interface OrderStanding {
  state: OrderState
  /** Its newest split. */
  split: SplitState | null
  progress: Progress
  deliveries: readonly Delivery[]
}

/** What this person may do next with the order: what the table allows and the order's state allows. */
export function orderCan(actor: Actor, subject: Subject, standing: OrderStanding): Story['can'] {
  const { state, split, progress, deliveries } = standing
  const making = deliveries.some((delivery) => delivery.state === 'making')
  const live = split === 'running' || split === 'done' ? split : null
  const draft = state === 'draft'
  return {
    change: draft && may(actor, 'order.change', subject),
    readItems: may(actor, 'item.read', subject),
    addItems: draft && may(actor, 'item.add', subject),
    submit: moveAllowed('submit', state) && may(actor, 'order.submit', subject),
    offerQuote: moveAllowed('offerQuote', state) && may(actor, 'quote.offer', subject),
    agreeQuote: moveAllowed('agreeQuote', state) && may(actor, 'quote.agree', subject),
    declineQuote: moveAllowed('declineQuote', state) && may(actor, 'quote.decline', subject),
    split: startSplitRefusal({ order: state, live }) === null && may(actor, 'split.start', subject),
    cancelSplit: cancelSplitRefusal({ order: state, live }) === null && may(actor, 'split.cancel', subject),
    allot:
      ['agreed', 'running'].includes(state) &&
      live === 'done' &&
      progress.held > 0 &&
      may(actor, 'task.allot', subject),
    listTasks: live === 'done' && may(actor, 'task.list', subject),
    moveTasks: state === 'running' && progress.open > 0 && may(actor, 'task.move', subject),
    rework: state === 'running' && progress.accepted > 0 && may(actor, 'task.rework', subject),
    publishManual: publishRefusal(state) === null && may(actor, 'manual.publish', subject),
    makeDelivery:
      makeDeliveryRefusal({ order: state, making, work: progress }) === null && may(actor, 'delivery.make', subject),
    close: moveAllowed('close', state) && may(actor, 'order.close', subject),
    cancel: moveAllowed('cancel', state) && may(actor, 'order.cancel', subject),
    readMargin: may(actor, 'margin.read', subject),
  }
}

/** What this person may do next with one of the order's deliveries. */
export function deliveryCan(
  actor: Actor,
  subject: Subject,
  standing: OrderStanding,
  delivery: Delivery,
): Story['deliveries'][number]['can'] {
  const { state } = delivery
  const open = decideRefusal({ order: standing.state, delivery: state }) === null
  return {
    download: downloadRefusal(state) === null && may(actor, 'delivery.download', subject),
    accept: open && may(actor, 'delivery.accept', subject),
    requestChange: open && may(actor, 'change.request', subject),
  }
}
