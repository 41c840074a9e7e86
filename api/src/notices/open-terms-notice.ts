import type { openTermsNotice as endpoint } from '@tsumugi/kit/contract/notices.ts'
import type { Command } from '../http/command.ts'
import { shownNotice } from './notice-answer.ts'
import { openNotice } from './open-notice.ts'
import { seeNotice } from './see-notice.ts'

/** One of one's own notices to read; the first time is on record. */
export const openTermsNotice: Command<typeof endpoint> = ({ world, actor, params }) =>
  world.db.transact(async (tx) => {
    const notice = await seeNotice(tx.rows, actor, 'terms_notice.open', params.noticeId)
    await openNotice(tx, notice, actor.personId, world.clock.now())
    return shownNotice(tx.rows, notice)
  })
