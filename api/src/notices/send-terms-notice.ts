import type { sendTermsNotice as endpoint } from '@tsumugi/kit/contract/notices.ts'
import type { Command } from '../http/command.ts'
import { Refusal } from '../kernel/refusal.ts'
import { mailWaits } from '../mails/public.ts'
import { mailNotice } from './mail-notice.ts'
import { lockPerson } from './notice-store.ts'
import { seeNotice } from './see-notice.ts'

/** Sends a notice once more, to the address the person has now; not while it waits to be sent. */
export const sendTermsNotice: Command<typeof endpoint> = async ({ world, actor, params }) => {
  await world.db.transact(async (tx) => {
    const notice = await seeNotice(tx.rows, actor, 'terms_notice.send', params.noticeId)
    await lockPerson(tx, notice.personId)
    if (await mailWaits(tx.rows, 'terms_notice', notice.id)) throw new Refusal('notice.on_its_way')
    await mailNotice(world, tx, notice, actor.personId)
  })
  return { done: true }
}
