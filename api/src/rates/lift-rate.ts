import type { liftRate as endpoint } from '@tsumugi/kit/contract/rates.ts'
import { addPayAddition } from '../additions/public.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { dateOfDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isMonthClosed } from '../ledger/public.ts'
import { lockLowRate } from './see-rate.ts'

/** Proposes what is missing to the minimum wage as a top-up; the rate counts it once somebody else approves. */
export const liftRate: Command<typeof endpoint> = ({ world, actor, body }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const { month, personId, orderId, reason } = body
    const rate = await lockLowRate(tx, actor, 'rate.lift', { month, personId, orderId })
    if (rate.waitingYen >= rate.missingYen) throw new Refusal('rate.lift_waits')
    if (await isMonthClosed(tx, month)) throw new Refusal('pay_addition.month_closed')
    const id = newId()
    const amountYen = rate.missingYen - rate.waitingYen
    await addPayAddition(tx, {
      ...{ id, personId, kind: 'top_up', doneOn: dateOfDay(rate.lastOn), orderId, amountYen },
      ...{ withholding: 'none', reason, proposedById: actor.personId, proposedAt: at },
    })
    await appendEvent(tx, {
      ...{ action: 'rate.lifted', at, actorId: actor.personId, orderId, teamId: rate.teamId },
      ...{ subjectId: id, reason, facts: { month, amountYen } },
    })
    return { amountYen }
  })
