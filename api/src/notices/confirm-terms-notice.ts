import { type confirmTermsNotice as endpoint, termsNoticeBody } from '@tsumugi/kit/contract/notices.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { may } from '../permissions/may.ts'
import { addReceipt, lockPerson, noticeById, noticeStanding } from './notice-store.ts'

/** The person has read the newest terms; a second time changes nothing. */
export const confirmTermsNotice: Command<typeof endpoint> = async ({ world, actor, params: { noticeId } }) => {
  await world.db.transact(async (tx) => {
    await lockPerson(tx, actor.personId)
    const notice = found(await noticeById(tx.rows, noticeId))
    const { orderId, personId, version } = notice
    found(may(actor, 'terms_notice.confirm', { personId }) || null)
    const { latest, manualVersion } = await noticeStanding(tx.rows, personId, orderId)
    const at = world.clock.now()
    // Terms whose day is past entrust nothing any more: the next ones name a day to come.
    const past = termsNoticeBody.parse(notice.body).delivery.due < japanDay(at)
    if (past || latest?.id !== noticeId || latest.manualVersion !== manualVersion || latest.changed) {
      throw new Refusal('notice.superseded')
    }
    if (!(await addReceipt(tx, { noticeId, personId, orderId, confirmedAt: at }))) return
    await appendEvent(tx, {
      action: 'terms_notice.confirmed',
      at,
      actorId: personId,
      orderId,
      personId,
      subjectId: noticeId,
      facts: { version },
    })
  })
  return { done: true }
}
