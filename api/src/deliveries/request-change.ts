import type { requestChange as endpoint } from '@tsumugi/kit/contract/deliveries.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { refuseIf } from '../kernel/refusal.ts'
import { lockOrder, moveOrder } from '../orders/public.ts'
import { decideRefusal } from './delivery-rules.ts'
import { moveDelivery } from './delivery-store.ts'
import { seeDelivery, seeOrderIdOf } from './see-delivery.ts'

/**
 * The client asks for a change: the order runs again, the office may have tasks done again and makes the next version.
 * Nothing is reopened by itself: accepted work is paid for and stays accepted.
 */
export const requestChange: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    await lockOrder(tx, await seeOrderIdOf(tx.rows, params.deliveryId))
    const { delivery, order } = await seeDelivery(tx.rows, actor, 'change.request', params.deliveryId)
    refuseIf(decideRefusal({ order: order.state, delivery: delivery.state }), { state: order.state })
    const at = world.clock.now()
    const { reason } = body
    await moveDelivery(tx, delivery.id, 'requestChange', { decidedById: actor.personId, decidedAt: at, reason })
    await moveOrder(tx, order.id, 'requestChange')
    await appendEvent(tx, {
      action: 'change.requested',
      at,
      actorId: actor.personId,
      orderId: order.id,
      subjectId: delivery.id,
      reason,
      facts: { version: delivery.version },
    })
    return { done: true }
  })
