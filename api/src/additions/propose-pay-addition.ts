import type { proposePayAddition as endpoint } from '@tsumugi/kit/contract/additions.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { dateOfDay, japanDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isMonthClosed } from '../ledger/public.ts'
import { amountOf, proposeRefusal } from './pay-addition-rules.ts'
import { addPayAddition, isPayee, requireOrder } from './pay-addition-store.ts'

/** Proposes pay beside the tasks; nothing is posted before somebody else approves. */
export const proposePayAddition: Command<typeof endpoint> = ({ world, actor, body }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const { personId, kind, doneOn, orderId, much, withholding, reason } = body
    if (orderId !== null) await requireOrder(tx, orderId)
    const refusal = proposeRefusal(body, {
      today: japanDay(at),
      isMonthClosed: await isMonthClosed(tx, doneOn.slice(0, 7)),
      isPayee: await isPayee(tx, personId),
    })
    if (refusal) throw new Refusal(refusal)
    const id = newId()
    const time = much.by === 'time' ? { minutes: much.minutes, yenPerHour: much.yenPerHour } : {}
    await addPayAddition(tx, {
      ...{ id, personId, kind, doneOn: dateOfDay(doneOn), orderId, ...time, amountYen: amountOf(much) },
      ...{ withholding, reason, proposedById: actor.personId, proposedAt: at },
    })
    const facts = { amountYen: amountOf(much) }
    await appendEvent(tx, { action: 'pay_addition.proposed', at, actorId: actor.personId, subjectId: id, facts })
    return { id }
  })
