import type { cancelOrder as endpoint } from '@tsumugi/kit/contract/orders.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { taxOnYen } from '../kernel/yen.ts'
import { postRevenue } from '../ledger/public.ts'
import { cancelWaitingAssignments } from '../tasks/public.ts'
import { lockOrder, moveOrder } from './order-store.ts'
import { taxRateBpOn } from './quote-store.ts'
import { seeOrder } from './see-order.ts'

/**
 * Ends an order early. What nobody has begun is cancelled with it; what people hold or have handed in they may still
 * finish, and it is reviewed and paid. What the client owes for it goes to the ledger with the day's tax.
 */
export const cancelOrder: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    const { reason, owedYen } = body
    await lockOrder(tx, params.orderId)
    const order = await seeOrder(tx.rows, actor, 'order.cancel', params.orderId)
    const at = world.clock.now()
    await moveOrder(tx, order.id, 'cancel', { cancelledReason: reason, cancelledOwedYen: owedYen })
    await cancelWaitingAssignments(tx, order.id)
    const taxYen = taxOnYen(owedYen, await taxRateBpOn(tx.rows, japanDay(at)))
    const sale = { orderId: order.id, clientId: order.clientId, priceYen: owedYen, taxYen, at }
    await postRevenue(tx, { ...sale, cause: 'order_cancelled' })
    await appendEvent(tx, {
      action: 'order.cancelled',
      at,
      actorId: actor.personId,
      orderId: order.id,
      reason,
      facts: { owedYen },
    })
    return { done: true }
  })
