import type { listTermsQuestions as endpoint } from '@tsumugi/kit/contract/notices.ts'
import { pendingTermItem } from '@tsumugi/kit/contract/open-terms.ts'
import type { Command } from '../http/command.ts'
import { dateOfDay, isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { decideAlarm, getUndecided, soonUntil } from '../open-terms/public.ts'
import { getSentNotices } from './get-sent-notices.ts'
import { getQuestionableNotices } from './notice-store.ts'

/** What the office must see to, the newest first. */
export const listTermsQuestions: Command<typeof endpoint> = async ({ world, actor }) => {
  const { rows } = world.db
  const ids = await getQuestionableNotices(rows)
  const today = japanDay(world.clock.now())
  const undecided = await getUndecided(rows, dateOfDay(soonUntil(today)))
  return {
    notices: await getSentNotices(rows, actor, { id: { in: ids } }, ids.length),
    pending: undecided.flatMap(({ item, order, decideBy }) => {
      const [open, by] = [pendingTermItem.safeParse(item).data, isoDayOf(decideBy)]
      const alarm = decideAlarm(by, today)
      return open && alarm ? [{ order, item: open, decideBy: by, alarm }] : []
    }),
  }
}
