import { type listPendingTerms as endpoint, pendingTermItem } from '@tsumugi/kit/contract/open-terms.ts'
import type { Rows } from '../db/database.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { seeOrder } from '../orders/public.ts'
import { mayAtAll } from '../permissions/may.ts'
import { decideAlarm } from './open-terms-rules.ts'
import { getPendingRows, getTermsChanges, isNoticed } from './open-terms-store.ts'

/** What of an order's terms is open, was decided, or changed. */
export const listPendingTerms: Command<typeof endpoint> = async ({ world, actor, params }) => {
  const { rows } = world.db
  const { id: orderId, dueOn, state } = await seeOrder(rows, actor, 'pending_term.list', params.orderId)
  const pending = await getPendingRows(rows, orderId)
  const changes = await getTermsChanges(rows, orderId, new Date(0))
  const nameOf = await namesOf(
    rows,
    changes.map(({ changedById }) => changedById),
  )
  const today = japanDay(world.clock.now())
  const isMarkable =
    (state === 'agreed' || state === 'running') &&
    mayAtAll(actor, 'pending_term.mark') &&
    !(await isNoticed(rows, orderId))
  return {
    dueOn,
    items: pending.flatMap(({ item, reason, decideBy, decision }) => {
      const known = pendingTermItem.safeParse(item).data
      if (!known) return []
      const by = isoDayOf(decideBy)
      return [
        {
          ...{ item: known, reason, decideBy: by, alarm: decision ? null : decideAlarm(by, today) },
          decided: decision && {
            ...{ value: decision.value, by: nameOf(decision.changedById), at: decision.changedAt.toISOString() },
          },
          can: { decide: !decision && mayAtAll(actor, 'pending_term.decide') },
        },
      ]
    }),
    dueDays: changes
      .filter(({ item }) => item === 'due_day')
      .map(({ was, value, reason, changedById, changedAt }) => ({
        ...{ wasOn: was ?? value, dueOn: value, reason, by: nameOf(changedById), at: changedAt.toISOString() },
      })),
    markable: isMarkable ? pendingTermItem.options.filter((item) => !pending.some((each) => each.item === item)) : [],
    can: { changeDueDay: state === 'running' && mayAtAll(actor, 'due_day.change') },
  }
}

async function namesOf(rows: Rows, ids: readonly string[]): Promise<(id: string) => { id: string; name: string }> {
  const people = await rows.person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, displayName: true },
  })
  return (id) => ({ id, name: people.find((each) => each.id === id)?.displayName ?? '' })
}
