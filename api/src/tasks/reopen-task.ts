import type { reopenTask as endpoint } from '@tsumugi/kit/contract/tasks.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { may } from '../permissions/may.ts'
import { assignmentFacts, lockAssignment, moveAssignment, orderStaysCancelled } from './assignment-store.ts'
import { noteHandOver } from './hand-over-store.ts'
import { assignmentSubject } from './held-assignment.ts'

/**
 * Opens returned work for the team again because its author cannot finish it: without this an order would wait for ever
 * for somebody who left. Its draft, its pins and what was said of them stay with it; the reason is on record.
 */
export const reopenTask: Command<typeof endpoint> = async ({ world, actor, params: { assignmentId }, body }) => {
  await world.db.transact(async (tx) => {
    const { orderId } = found(await assignmentFacts(tx.rows, assignmentId))
    const cancelled = await orderStaysCancelled(tx, orderId)
    await lockAssignment(tx, assignmentId)
    const facts = found(await assignmentFacts(tx.rows, assignmentId))
    found(may(actor, 'task.reopen', assignmentSubject(facts)) || null)
    if (facts.state !== 'returned') throw new Refusal('task.not_returned')
    // Of a cancelled order nobody could take it any more.
    const { teamId, personId, number } = facts
    const at = world.clock.now()
    const shareYen = cancelled || personId === null ? 0 : await noteHandOver(tx, { assignmentId, personId, at })
    await moveAssignment(tx, assignmentId, cancelled ? 'cancel' : 'reopen')
    await appendEvent(tx, {
      action: 'task.reopened',
      at,
      actorId: actor.personId,
      orderId,
      teamId,
      personId,
      assignmentId,
      reason: body.reason,
      facts: { task: number, shareYen },
    })
  })
  return { done: true }
}
