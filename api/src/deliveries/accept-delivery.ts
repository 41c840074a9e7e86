import type { acceptDelivery as endpoint } from '@tsumugi/kit/contract/deliveries.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { assert } from '../kernel/assert.ts'
import { refuseIf } from '../kernel/refusal.ts'
import { postRevenue } from '../ledger/public.ts'
import { agreedQuote, lockOrder, moveOrder } from '../orders/public.ts'
import { decideRefusal } from './delivery-rules.ts'
import { moveDelivery } from './delivery-store.ts'
import { seeDelivery, seeOrderIdOf } from './see-delivery.ts'

/** The client's yes (検収): the order is accepted and its price, as agreed in the quote, is owed. */
export const acceptDelivery: Command<typeof endpoint> = ({ world, actor, params }) =>
  world.db.transact(async (tx) => {
    await lockOrder(tx, await seeOrderIdOf(tx.rows, params.deliveryId))
    const { delivery, order } = await seeDelivery(tx.rows, actor, 'delivery.accept', params.deliveryId)
    refuseIf(decideRefusal({ order: order.state, delivery: delivery.state }), { state: order.state })
    const quote = await agreedQuote(tx.rows, order.id)
    assert(quote, `order ${order.id} is delivered without an agreed quote`)
    const at = world.clock.now()
    await moveDelivery(tx, delivery.id, 'accept', { decidedById: actor.personId, decidedAt: at })
    await moveOrder(tx, order.id, 'accept')
    await postRevenue(tx, {
      orderId: order.id,
      clientId: order.clientId,
      priceYen: quote.priceYen,
      taxYen: quote.taxYen,
      at,
    })
    await appendEvent(tx, {
      action: 'delivery.accepted',
      at,
      actorId: actor.personId,
      orderId: order.id,
      subjectId: delivery.id,
      facts: { version: delivery.version },
    })
    return { done: true }
  })
