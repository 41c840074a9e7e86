import type { refuseMoreTime as endpoint } from '@tsumugi/kit/contract/more-time.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found, refuseIf } from '../kernel/refusal.ts'
import { may } from '../permissions/may.ts'
import { assignmentFacts, assignmentSubject, lockAssignment } from '../tasks/public.ts'
import { mailRefused } from './mail-more-time.ts'
import { decideRefusal } from './more-time-rules.ts'
import { decideMoreTime, moreTimeOf } from './more-time-store.ts'

/** Says why no more minutes can be agreed; those agreed stay, and nothing else follows. */
export const refuseMoreTime: Command<typeof endpoint> = ({ world, actor, params: { moreTimeId }, body: { reason } }) =>
  world.db.transact(async (tx) => {
    const { assignmentId } = await moreTimeOf(tx, moreTimeId)
    await lockAssignment(tx, assignmentId)
    const work = found(await assignmentFacts(tx.rows, assignmentId))
    found(may(actor, 'more_time.refuse', assignmentSubject(work)) || null)
    const ask = await moreTimeOf(tx, moreTimeId)
    refuseIf(decideRefusal(ask, actor.personId))
    const at = world.clock.now()
    await decideMoreTime(tx, ask.id, { state: 'refused', decidedById: actor.personId, decidedAt: at, refusal: reason })
    const { orderId, teamId, number: task } = work
    const { personId, minutes } = ask
    await appendEvent(tx, {
      ...{ action: 'more_time.refused', at, actorId: actor.personId, orderId, teamId, personId, assignmentId },
      ...{ subjectId: ask.id, reason, facts: { task, minutes } },
    })
    await mailRefused(world, tx, work, { personId, minutes, reason })
    return { done: true as const }
  })
