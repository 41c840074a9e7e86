import type { markPendingTerm as endpoint } from '@tsumugi/kit/contract/open-terms.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { dateOfDay, japanDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { lockOrder, seeOrder } from '../orders/public.ts'
import { addPendingTerm, getPendingRows, isNoticed } from './open-terms-store.ts'

/** Says that an item of an order's terms is open. What somebody was told already stays determined. */
export const markPendingTerm: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    await lockOrder(tx, params.orderId)
    const at = world.clock.now()
    const { id: orderId, state } = await seeOrder(tx.rows, actor, 'pending_term.mark', params.orderId)
    if (state !== 'agreed' && state !== 'running') throw new Refusal('order.wrong_state', { state })
    const { item, reason, decideBy } = body
    if (decideBy < japanDay(at)) throw new Refusal('pending_term.past')
    if ((await getPendingRows(tx.rows, orderId)).some((each) => each.item === item))
      throw new Refusal('pending_term.marked')
    if (await isNoticed(tx.rows, orderId)) throw new Refusal('pending_term.noticed')
    const marked = { markedById: actor.personId, markedAt: at }
    await addPendingTerm(tx, { orderId, item, reason, decideBy: dateOfDay(decideBy), ...marked })
    const facts = { item, day: decideBy }
    await appendEvent(tx, { action: 'pending_term.marked', at, actorId: actor.personId, orderId, reason, facts })
    return { done: true as const }
  })
