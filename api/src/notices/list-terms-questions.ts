import type { listTermsQuestions as endpoint } from '@tsumugi/kit/contract/notices.ts'
import type { Command } from '../http/command.ts'
import { getSentNotices } from './get-sent-notices.ts'
import { getQuestionableNotices } from './notice-store.ts'

/** What the office must see to, the newest first. */
export const listTermsQuestions: Command<typeof endpoint> = async ({ world, actor }) => {
  const { rows } = world.db
  const ids = await getQuestionableNotices(rows)
  return { notices: await getSentNotices(rows, actor, { id: { in: ids } }, ids.length) }
}
