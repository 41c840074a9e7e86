import type { declineQuote as endpoint } from '@tsumugi/kit/contract/orders.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { lockOrder, moveOrder } from './order-store.ts'
import { decideQuote } from './quote-store.ts'
import { seeOrder } from './see-order.ts'

/** The client asks for another quote; the order waits for one again. */
export const declineQuote: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    await lockOrder(tx, params.orderId)
    const order = await seeOrder(tx.rows, actor, 'quote.decline', params.orderId)
    await moveOrder(tx, order.id, 'declineQuote')
    const at = world.clock.now()
    const declined = { state: 'declined', declinedReason: body.reason } as const
    const decided = { ...declined, decidedById: actor.personId, decidedAt: at }
    const version = await decideQuote(tx, order.id, params.quoteId, decided)
    await appendEvent(tx, {
      action: 'quote.declined',
      at,
      actorId: actor.personId,
      orderId: order.id,
      subjectId: params.quoteId,
      reason: body.reason,
      facts: { version },
    })
    return { done: true }
  })
