import type { confirmTermsNotice as endpoint } from '@tsumugi/kit/contract/notices.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
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
    if (latest?.id !== noticeId || latest.manualVersion !== manualVersion) throw new Refusal('notice.superseded')
    const at = world.clock.now()
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
