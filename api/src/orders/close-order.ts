import type { closeOrder as endpoint } from '@tsumugi/kit/contract/orders.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { lockOrder, moveOrder } from './order-store.ts'
import { seeOrder } from './see-order.ts'

/** Files an accepted order away. */
export const closeOrder: Command<typeof endpoint> = ({ world, actor, params }) =>
  world.db.transact(async (tx) => {
    await lockOrder(tx, params.orderId)
    const order = await seeOrder(tx.rows, actor, 'order.close', params.orderId)
    await moveOrder(tx, order.id, 'close')
    const at = world.clock.now()
    await appendEvent(tx, { action: 'order.closed', at, actorId: actor.personId, orderId: order.id })
    return { done: true }
  })
