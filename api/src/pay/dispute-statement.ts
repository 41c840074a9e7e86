import type { disputeStatement as endpoint } from '@tsumugi/kit/contract/pay.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { lockSeenStatement } from './see-statement.ts'
import { moveStatement } from './statement-store.ts'

/** The person says what is wrong. The payment is made on its day all the same; a correction goes into an open month. */
export const disputeStatement: Command<typeof endpoint> = ({ world, actor, params: { statementId }, body }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const { personId, month } = await lockSeenStatement(tx, actor, 'statement.dispute', statementId)
    await moveStatement(tx, statementId, 'dispute', { decidedAt: at, disputeReason: body.reason })
    const event = { action: 'statement.disputed' as const, at, actorId: actor.personId, facts: { month } }
    await appendEvent(tx, { ...event, personId, subjectId: statementId, reason: body.reason })
    return { done: true as const }
  })
