import type { withdrawPayMonth as endpoint } from '@tsumugi/kit/contract/pay.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { lockPayMonth, movePayMonth } from './pay-month-store.ts'

/** Takes a proposal back, whoever made it. */
export const withdrawPayMonth: Command<typeof endpoint> = ({ world, actor, params: { month }, body }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    await lockPayMonth(tx, month)
    await movePayMonth(tx, month, 'withdraw', { fingerprint: null, proposedById: null, proposedAt: null })
    const reason = body.reason || null
    await appendEvent(tx, { action: 'pay_month.withdrawn', at, actorId: actor.personId, reason, facts: { month } })
    return { done: true as const }
  })
