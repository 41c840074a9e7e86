import type { askMoreTime as endpoint } from '@tsumugi/kit/contract/more-time.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { refuseIf } from '../kernel/refusal.ts'
import { lockHeld } from '../tasks/public.ts'
import { mailAsked } from './mail-more-time.ts'
import { askRefusal } from './more-time-rules.ts'
import { addMoreTime, hasWaitingAsk, isPaid } from './more-time-store.ts'

/** Asks for more minutes for work in hand; nothing changes before somebody else grants them. */
export const askMoreTime: Command<typeof endpoint> = ({ world, actor, params: { assignmentId }, body }) =>
  world.db.transact(async (tx) => {
    const work = await lockHeld(tx, actor, 'more_time.ask', assignmentId)
    const { personId } = actor
    const facts = { ...work, isPaid: await isPaid(tx.rows, assignmentId) }
    refuseIf(askRefusal(facts, await hasWaitingAsk(tx.rows, { assignmentId, personId })))
    const [id, at] = [newId(), world.clock.now()]
    await addMoreTime(tx, { id, assignmentId, personId, ...body, askedAt: at })
    const { orderId, teamId, number: task } = work
    await appendEvent(tx, {
      ...{ action: 'more_time.asked', at, actorId: personId, orderId, teamId, personId, assignmentId },
      ...{ subjectId: id, reason: body.reason, facts: { task, minutes: body.minutes } },
    })
    await mailAsked(world, tx, work, { personId, asker: actor.displayName, ...body })
    return { id }
  })
