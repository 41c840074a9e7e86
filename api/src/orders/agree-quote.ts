import type { agreeQuote as endpoint } from '@tsumugi/kit/contract/orders.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { lockOrder, moveOrder } from './order-store.ts'
import { decideQuote } from './quote-store.ts'
import { seeOrder } from './see-order.ts'

/** The client's yes to exactly the version they read; a newer one on offer is not meant by it. */
export const agreeQuote: Command<typeof endpoint> = ({ world, actor, params }) =>
  world.db.transact(async (tx) => {
    await lockOrder(tx, params.orderId)
    const order = await seeOrder(tx.rows, actor, 'quote.agree', params.orderId)
    await moveOrder(tx, order.id, 'agreeQuote')
    const at = world.clock.now()
    const decided = { state: 'agreed', decidedById: actor.personId, decidedAt: at } as const
    const version = await decideQuote(tx, order.id, params.quoteId, decided)
    await appendEvent(tx, {
      action: 'quote.agreed',
      at,
      actorId: actor.personId,
      orderId: order.id,
      subjectId: params.quoteId,
      facts: { version },
    })
    return { done: true }
  })
