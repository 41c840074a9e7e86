import type { changeDueDay as endpoint } from '@tsumugi/kit/contract/open-terms.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { changeDueOn, lockOrder, seeOrder } from '../orders/public.ts'
import { addTermsChange } from './open-terms-store.ts'

/**
 * Gives a running order another due day. Terms that name the old one carry no more claims; work in hand keeps the day it was
 * claimed for where the new one is earlier, and gets the new one where it is later.
 */
export const changeDueDay: Command<typeof endpoint> = ({ world, actor, params, body: { dueOn, reason } }) =>
  world.db.transact(async (tx) => {
    await lockOrder(tx, params.orderId)
    const at = world.clock.now()
    const { id: orderId, state, dueOn: was } = await seeOrder(tx.rows, actor, 'due_day.change', params.orderId)
    if (state !== 'running' || was === null) throw new Refusal('order.wrong_state', { state })
    if (dueOn < japanDay(at)) throw new Refusal('order.due_day_past')
    if (dueOn === was) throw new Refusal('due_day.same')
    const by = { changedById: actor.personId, changedAt: at }
    const id = await addTermsChange(tx, { orderId, item: 'due_day', was, value: dueOn, reason, ...by })
    await changeDueOn(tx, orderId, dueOn)
    await world.jobs.add(tx, 'send-terms-notices', {})
    await appendEvent(tx, {
      ...{ action: 'due_day.changed', at, actorId: actor.personId, orderId, subjectId: id, reason },
      facts: { was, day: dueOn },
    })
    return { done: true as const }
  })
