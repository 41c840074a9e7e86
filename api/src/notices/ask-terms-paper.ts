import type { askTermsPaper as endpoint } from '@tsumugi/kit/contract/notices.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found } from '../kernel/refusal.ts'
import { paperOf } from './notice-answer.ts'
import { addStep, lockPerson, noticeById } from './notice-store.ts'
import { seeNotice } from './see-notice.ts'

/** Asks for a notice on paper; whoever is waiting for it already asks for nothing more. */
export const askTermsPaper: Command<typeof endpoint> = async ({ world, actor, params }) => {
  await world.db.transact(async (tx) => {
    const { personId, orderId, version } = await seeNotice(tx.rows, actor, 'terms_paper.ask', params.noticeId)
    await lockPerson(tx, personId)
    const notice = found(await noticeById(tx.rows, params.noticeId))
    if (paperOf(notice.log) === 'asked') return
    const at = world.clock.now()
    await addStep(tx, { noticeId: notice.id, step: 'paper_asked', byId: actor.personId, at })
    const about = { orderId, personId, subjectId: notice.id, facts: { version } }
    await appendEvent(tx, { action: 'terms_paper.asked', at, actorId: actor.personId, ...about })
  })
  return { done: true }
}
