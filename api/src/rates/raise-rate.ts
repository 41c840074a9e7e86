import type { raiseRate as endpoint } from '@tsumugi/kit/contract/rates.ts'
import { addPayAddition } from '../additions/public.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { sharePayLock } from '../ledger/public.ts'
import { agreedQuote, lockOrder, seeOrder } from '../orders/public.ts'
import { getTaskFees } from '../splitting/public.ts'
import { raiseFees } from '../tasks/public.ts'
import { getPaidBefore } from './get-paid-before.ts'
import { addRaise } from './rate-store.ts'

/**
 * Raises what an order pays: for a unit, a task or all of it. Work that is not paid yet brings more at once, and terms that name the old price
 * carry no more claims; for work of open months that is paid already, the difference is proposed as top-ups.
 */
export const raiseRate: Command<typeof endpoint> = ({ world, actor, params: { orderId }, body }) =>
  world.db.transact(async (tx) => {
    const { unitPayYen, reason } = body
    await lockOrder(tx, orderId)
    // A close pays work at its price either before the raise, and the difference is proposed, or after it.
    await sharePayLock(tx)
    // After the wait: a notice made of the old price meanwhile must be older than the raise.
    const at = world.clock.now()
    const order = await seeOrder(tx.rows, actor, 'rate.raise', orderId)
    const quote = await agreedQuote(tx.rows, orderId)
    if (!quote || !['running', 'delivered', 'accepted'].includes(order.state)) {
      throw new Refusal('order.wrong_state', { state: order.state })
    }
    if (unitPayYen <= quote.unitPayYen) throw new Refusal('rate.not_higher')
    const wasYen = quote.unitPayYen
    const id = newId()
    const by = { raisedById: actor.personId, raisedAt: at }
    await addRaise(tx, { id, orderId, wasYen, unitPayYen, reason, ...by })
    const fees = await getTaskFees(tx, orderId, { ...quote, unitPayYen })
    const hour = quote.payKind === 'per_hour' ? { wasYen, yen: unitPayYen } : null
    const differences = await getPaidBefore(tx, orderId, fees, hour)
    const assignments = await raiseFees(tx, orderId, fees)
    for (const { personId, doneOn, amountYen } of differences) {
      await addPayAddition(tx, {
        ...{ id: newId(), personId, kind: 'top_up', doneOn, orderId, amountYen },
        ...{ withholding: 'none', reason, proposedById: actor.personId, proposedAt: at },
      })
    }
    const facts = { wasYen, unitPayYen }
    await appendEvent(tx, {
      ...{ action: 'rate.raised', at, actorId: actor.personId, orderId, subjectId: id, reason, facts },
    })
    return { assignments, topUps: differences.length }
  })
