import type { offerQuote as endpoint } from '@tsumugi/kit/contract/orders.ts'
import type { PayKind } from '@tsumugi/kit/contract/pay-kind.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { Refusal, refuseIf } from '../kernel/refusal.ts'
import { offerRefusal } from './order-rules.ts'
import { lockOrder, moveOrder } from './order-store.ts'
import { quoteAmounts } from './quote-calc.ts'
import { addQuote, taxRateBpOn } from './quote-store.ts'
import { seeOrder } from './see-order.ts'

/** Offers a price for an order; one on offer until now is superseded. */
export const offerQuote: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    await lockOrder(tx, params.orderId)
    const order = await seeOrder(tx.rows, actor, 'quote.offer', params.orderId)
    await moveOrder(tx, order.id, 'offerQuote')
    const at = world.clock.now()
    const taxRateBp = await taxRateBpOn(tx.rows, japanDay(at))
    const pay = countsTasks(body)
    const { costYen, marginYen, taxYen, totalYen } = quoteAmounts({ ...body, ...pay, units: order.items, taxRateBp })
    refuseIf(offerRefusal({ marginYen, note: body.note }), { costYen })
    const id = newId()
    const offered = { offeredById: actor.personId, offeredAt: at }
    const version = await addQuote(tx, {
      ...body,
      ...pay,
      id,
      orderId: order.id,
      units: order.items,
      taxRateBp,
      taxYen,
      ...offered,
    })
    await appendEvent(tx, {
      action: 'quote.offered',
      at,
      actorId: actor.personId,
      orderId: order.id,
      subjectId: id,
      facts: { version, totalYen },
    })
    return { id, version }
  })

/** The size a task is reckoned with belongs to a price per task, and only to that. */
function countsTasks({ payKind, unitsPerTask }: { payKind: PayKind; unitsPerTask: number | null }) {
  if (payKind !== 'per_task') return { unitsPerTask: null }
  if (unitsPerTask === null) {
    throw new Refusal('request.malformed', {}, [{ path: 'unitsPerTask', problem: 'required' }])
  }
  return { unitsPerTask }
}
