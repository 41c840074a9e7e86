import type { removeItem as endpoint } from '@tsumugi/kit/contract/orders.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found } from '../kernel/refusal.ts'
import { takeOutItem } from './item-store.ts'
import { lockOrder, refuseUnlessDraft } from './order-store.ts'
import { seeOrder } from './see-order.ts'

/** Takes one item out of a draft; the gap it leaves is closed when the draft is handed in. */
export const removeItem: Command<typeof endpoint> = ({ world, actor, params }) =>
  world.db.transact(async (tx) => {
    await lockOrder(tx, params.orderId)
    const order = await seeOrder(tx.rows, actor, 'item.remove', params.orderId)
    refuseUnlessDraft(order.state)
    const name = found(await takeOutItem(tx, order.id, params.itemId))
    await appendEvent(tx, {
      action: 'item.removed',
      at: world.clock.now(),
      actorId: actor.personId,
      orderId: order.id,
      subjectId: params.itemId,
      facts: { name },
    })
    return { done: true }
  })
