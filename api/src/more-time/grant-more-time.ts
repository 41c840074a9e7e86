import type { grantMoreTime as endpoint } from '@tsumugi/kit/contract/more-time.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { assert } from '../kernel/assert.ts'
import { found, refuseIf } from '../kernel/refusal.ts'
import { payForMinutes } from '../kernel/yen.ts'
import { sharePayLock } from '../ledger/public.ts'
import { agreedQuote, lockOrder } from '../orders/public.ts'
import { may } from '../permissions/may.ts'
import { getGrantedMinutes } from '../splitting/public.ts'
import { assignmentFacts, assignmentSubject, lockAssignment, raiseMost } from '../tasks/public.ts'
import { grantRefusal } from './more-time-rules.ts'
import { decideMoreTime, isPaid, moreTimeOf } from './more-time-store.ts'

/**
 * Grants the minutes somebody asked for: from now on the task pays for so many more, whoever works on it, and their terms of
 * the order get a change that says so.
 */
export const grantMoreTime: Command<typeof endpoint> = ({ world, actor, params: { moreTimeId } }) =>
  world.db.transact(async (tx) => {
    const { assignmentId } = await moreTimeOf(tx, moreTimeId)
    const before = found(await assignmentFacts(tx.rows, assignmentId))
    found(may(actor, 'more_time.grant', assignmentSubject(before)) || null)
    await lockOrder(tx, before.orderId)
    // A close pays work at the minutes of before, or of afterwards.
    await sharePayLock(tx)
    await lockAssignment(tx, assignmentId)
    const ask = await moreTimeOf(tx, moreTimeId)
    const work = found(await assignmentFacts(tx.rows, assignmentId))
    refuseIf(grantRefusal(ask, actor.personId, { ...work, isPaid: await isPaid(tx.rows, assignmentId) }))
    const at = world.clock.now()
    const { orderId, teamId, number: task, hourYen } = work
    await decideMoreTime(tx, ask.id, { state: 'granted', decidedById: actor.personId, decidedAt: at, refusal: null })
    const quote = found(await agreedQuote(tx.rows, orderId))
    assert(hourYen !== null && quote.agreedMinutes !== null, `order ${orderId} pays by the hour`)
    const granted = (await getGrantedMinutes(tx.rows, orderId)).get(task) ?? 0
    const feeYen = payForMinutes(quote.agreedMinutes + granted, hourYen)
    await raiseMost(tx, work.taskId, feeYen)
    await world.jobs.add(tx, 'send-terms-notices', {})
    await appendEvent(tx, {
      ...{ action: 'more_time.granted', at, actorId: actor.personId, orderId, teamId, personId: ask.personId },
      ...{ assignmentId, subjectId: ask.id, facts: { task, minutes: ask.minutes, feeYen } },
    })
    return { done: true as const }
  })
