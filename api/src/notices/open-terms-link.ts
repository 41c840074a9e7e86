import type { openTermsLink as endpoint } from '@tsumugi/kit/contract/notices.ts'
import type { OpenCommand } from '../http/implement.ts'
import { networkOf } from '../http/pace.ts'
import { shownNotice } from './notice-answer.ts'
import { openNotice } from './open-notice.ts'
import { noticeOfLink } from './terms-link-store.ts'

/** The one notice a mailed link shows. A POST, so that machines that look at links in mails open nothing. */
export const openTermsLink: OpenCommand<typeof endpoint> = async ({ world, params, caller }) => {
  const network = networkOf(caller.address)
  await world.pace.spend('terms link from network', network)
  const notice = await noticeOfLink(world.db.rows, params.token)
  await world.pace.giveBack('terms link from network', network)
  await world.db.transact((tx) => openNotice(tx, notice, null, world.clock.now()))
  return { answer: await shownNotice(world.db.rows, notice) }
}
