import type { approvePayAddition as endpoint } from '@tsumugi/kit/contract/additions.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isMonthClosed, postAddition, sharePayLock } from '../ledger/public.ts'
import { approveRefusal } from './pay-addition-rules.ts'
import { decidePayAddition, lockPayAddition } from './pay-addition-store.ts'

/** Approves what somebody else proposed, and posts it. */
export const approvePayAddition: Command<typeof endpoint> = ({ world, actor, params: { additionId } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const addition = await lockPayAddition(tx, additionId)
    const { personId, orderId, amountYen, withholding } = addition
    const doneOn = isoDayOf(addition.doneOn)
    // No month closes between the look and the posting.
    await sharePayLock(tx)
    const refusal = approveRefusal(
      { ...addition, isMonthClosed: await isMonthClosed(tx, doneOn.slice(0, 7)) },
      actor.personId,
    )
    if (refusal) throw new Refusal(refusal)
    await decidePayAddition(tx, additionId, 'approve', { decidedById: actor.personId, decidedAt: at })
    await postAddition(tx, { additionId, personId, orderId, amountYen, withholding, receivedOn: doneOn, at })
    const facts = { amountYen }
    await appendEvent(tx, {
      ...{ action: 'pay_addition.approved', at, actorId: actor.personId, personId, subjectId: additionId, facts },
    })
    return { done: true as const }
  })
