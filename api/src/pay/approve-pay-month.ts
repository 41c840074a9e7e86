import type { approvePayMonth as endpoint } from '@tsumugi/kit/contract/pay.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { Refusal } from '../kernel/refusal.ts'
import { getPayMonthFacts } from './get-pay-month-facts.ts'
import { approveRefusal } from './pay-month-rules.ts'
import { fingerprintOf, lockPayMonth, movePayMonth } from './pay-month-store.ts'
import { payInOneText } from './statement-calc.ts'

/** The second person's yes, to exactly what was proposed; the close follows in the background. */
export const approvePayMonth: Command<typeof endpoint> = ({ world, actor, params: { month } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const locked = await lockPayMonth(tx, month)
    const { facts, people, rates } = await getPayMonthFacts(tx.rows, locked, at)
    const refusal = approveRefusal(facts, actor.personId)
    if (refusal) throw new Refusal(refusal)
    if (locked.fingerprint !== fingerprintOf(payInOneText(month, people, rates))) {
      throw new Refusal('pay_month.changed')
    }
    await movePayMonth(tx, month, 'approve', { approvedById: actor.personId, approvedAt: at })
    await world.jobs.add(tx, 'close-pay-months', {})
    await appendEvent(tx, { action: 'pay_month.approved', at, actorId: actor.personId, facts: { month } })
    return { done: true as const }
  })
