import type { offerQuote as endpoint } from '@tsumugi/kit/contract/orders.ts'
import type { PayKind, PayTerms } from '@tsumugi/kit/contract/pay-kind.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { Refusal, refuseIf } from '../kernel/refusal.ts'
import { mailClient } from '../people/public.ts'
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
    const pay = sizesOf(body)
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
    const { title } = order
    await mailClient(world, tx, order.clientId, {
      ...{ kind: 'quote_offered', facts: { title, totalYen }, path: `/orders/${order.id}` },
    })
    return { id, version }
  })

type Sizes = Pick<PayTerms, 'unitsPerTask' | 'agreedMinutes'>

/** The size of a task belongs to prices per task and per hour, the agreed minutes to a price per hour; nowhere else. */
function sizesOf({ payKind, unitsPerTask, agreedMinutes }: Sizes & { payKind: PayKind }): Sizes {
  const sizes = {
    unitsPerTask: payKind === 'per_task' || payKind === 'per_hour' ? unitsPerTask : undefined,
    agreedMinutes: payKind === 'per_hour' ? agreedMinutes : undefined,
  }
  const missing = (['unitsPerTask', 'agreedMinutes'] as const).filter((path) => sizes[path] === null)
  if (missing.length > 0) {
    const fields = missing.map((path) => ({ path, problem: 'required' as const }))
    throw new Refusal('request.malformed', {}, fields)
  }
  return { unitsPerTask: sizes.unitsPerTask ?? null, agreedMinutes: sizes.agreedMinutes ?? null }
}
