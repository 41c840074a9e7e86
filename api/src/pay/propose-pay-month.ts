import type { proposePayMonth as endpoint } from '@tsumugi/kit/contract/pay.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { Refusal } from '../kernel/refusal.ts'
import { getPayMonthFacts } from './get-pay-month-facts.ts'
import { proposeRefusal } from './pay-month-rules.ts'
import { fingerprintOf, lockPayMonth, movePayMonth } from './pay-month-store.ts'
import { payInOneText } from './statement-calc.ts'

/** Proposes to close the month as it stands now; also anew, when something changed since. */
export const proposePayMonth: Command<typeof endpoint> = ({ world, actor, params: { month } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const locked = await lockPayMonth(tx, month)
    const { facts, people, rates } = await getPayMonthFacts(tx.rows, locked, at)
    const refusal = proposeRefusal(facts)
    if (refusal) throw new Refusal(refusal)
    const fingerprint = fingerprintOf(payInOneText(month, people, rates))
    await movePayMonth(tx, month, 'propose', { fingerprint, proposedById: actor.personId, proposedAt: at })
    await appendEvent(tx, { action: 'pay_month.proposed', at, actorId: actor.personId, facts: { month } })
    return { done: true as const }
  })
