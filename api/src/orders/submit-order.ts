import type { submitOrder as endpoint } from '@tsumugi/kit/contract/orders.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { refuseIf } from '../kernel/refusal.ts'
import { closeGaps } from './item-store.ts'
import { submitRefusal } from './order-rules.ts'
import { lockOrder, moveOrder, refuseUnlessDraft } from './order-store.ts'
import { seeOrder } from './see-order.ts'

/** Hands a draft in for a quote; from now on its items stay, numbered without gaps. */
export const submitOrder: Command<typeof endpoint> = ({ world, actor, params }) =>
  world.db.transact(async (tx) => {
    await lockOrder(tx, params.orderId)
    const order = await seeOrder(tx.rows, actor, 'order.submit', params.orderId)
    const at = world.clock.now()
    refuseUnlessDraft(order.state)
    const { items, labels, dueOn } = order
    refuseIf(submitRefusal({ items, labels: labels.length, dueOn, today: japanDay(at) }))
    await closeGaps(tx, order.id)
    await moveOrder(tx, order.id, 'submit')
    await appendEvent(tx, { action: 'order.submitted', at, actorId: actor.personId, orderId: order.id })
    return { done: true }
  })
