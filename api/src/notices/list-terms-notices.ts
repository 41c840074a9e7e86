import type { listTermsNotices as endpoint } from '@tsumugi/kit/contract/notices.ts'
import type { Command } from '../http/command.ts'
import { noticeAnswer } from './notice-answer.ts'
import { noticeParts, supersededAmong } from './notice-store.ts'

/** Every notice of the person asking, newest first; kept for as long as they are. */
export const listTermsNotices: Command<typeof endpoint> = async ({ world, actor }) => {
  const notices = await world.db.rows.termsNotice.findMany({
    where: { personId: actor.personId },
    orderBy: { id: 'desc' },
    take: 500,
    include: noticeParts,
  })
  const superseded = await supersededAmong(
    world.db.rows,
    notices.map(({ id }) => id),
  )
  return { notices: notices.map((notice) => noticeAnswer(notice, superseded.has(notice.id))) }
}
