import type { giveTermsPaper as endpoint } from '@tsumugi/kit/contract/notices.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { paperOf } from './notice-answer.ts'
import { addStep, lockPerson, noticeById } from './notice-store.ts'
import { seeNotice } from './see-notice.ts'

/** Notes that a notice was given on paper to whoever asked for it. */
export const giveTermsPaper: Command<typeof endpoint> = async ({ world, actor, params }) => {
  await world.db.transact(async (tx) => {
    const { personId, orderId, version } = await seeNotice(tx.rows, actor, 'terms_paper.give', params.noticeId)
    await lockPerson(tx, personId)
    const notice = found(await noticeById(tx.rows, params.noticeId))
    if (paperOf(notice.log) !== 'asked') throw new Refusal('notice.paper_not_asked')
    const at = world.clock.now()
    await addStep(tx, { noticeId: notice.id, step: 'paper_given', byId: actor.personId, at })
    const about = { orderId, personId, subjectId: notice.id, facts: { version } }
    await appendEvent(tx, { action: 'terms_paper.given', at, actorId: actor.personId, ...about })
  })
  return { done: true }
}
