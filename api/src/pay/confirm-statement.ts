import type { confirmStatement as endpoint } from '@tsumugi/kit/contract/pay.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { lockSeenStatement } from './see-statement.ts'
import { moveStatement } from './statement-store.ts'

/** The person's yes (仕入明細書 needs the supplier's confirmation, 消費税法 30条9項3号). */
export const confirmStatement: Command<typeof endpoint> = ({ world, actor, params: { statementId } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const { personId, month } = await lockSeenStatement(tx, actor, 'statement.confirm', statementId)
    await moveStatement(tx, statementId, 'confirm', { decidedAt: at })
    const event = { action: 'statement.confirmed' as const, at, actorId: actor.personId, facts: { month } }
    await appendEvent(tx, { ...event, personId, subjectId: statementId })
    return { done: true as const }
  })
