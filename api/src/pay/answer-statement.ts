import type { answerStatement as endpoint } from '@tsumugi/kit/contract/pay.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { addDays, dateOfDay, japanDay } from '../kernel/japan-day.ts'
import { silenceDaysOn } from './get-silence-days.ts'
import { mailAnswer } from './mail-answer.ts'
import { lockSeenStatement } from './see-statement.ts'
import { moveStatement } from './statement-store.ts'

/** Answers a dispute; the person has the full time again to say yes or no. */
export const answerStatement: Command<typeof endpoint> = ({ world, actor, params: { statementId }, body }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const { personId, month } = await lockSeenStatement(tx, actor, 'statement.answer', statementId)
    const today = japanDay(at)
    const confirmBy = addDays(today, await silenceDaysOn(tx.rows, today))
    const { answer } = body
    await moveStatement(tx, statementId, 'answer', { decidedAt: null, answer, confirmBy: dateOfDay(confirmBy) })
    await mailAnswer(world, tx, { id: statementId, personId, month }, { answer, confirmBy })
    const event = { action: 'statement.answered' as const, at, actorId: actor.personId, facts: { month } }
    await appendEvent(tx, { ...event, personId, subjectId: statementId, reason: answer })
    return { done: true as const }
  })
