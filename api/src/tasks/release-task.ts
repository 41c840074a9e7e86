import type { releaseTask as endpoint } from '@tsumugi/kit/contract/tasks.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found } from '../kernel/refusal.ts'
import { assignmentFacts, moveAssignment, orderStaysCancelled } from './assignment-store.ts'
import { noteHandOver } from './hand-over-store.ts'
import { lockHeld } from './held-assignment.ts'

/** Gives claimed or returned work back to the team. Declining costs nothing; the draft stays with the assignment. */
export const releaseTask: Command<typeof endpoint> = async ({ world, actor, params: { assignmentId } }) => {
  await world.db.transact(async (tx) => {
    const { orderId } = found(await assignmentFacts(tx.rows, assignmentId))
    const cancelled = await orderStaysCancelled(tx, orderId)
    const { teamId, number } = await lockHeld(tx, actor, 'task.release', assignmentId)
    // Of a cancelled order nobody could take it any more.
    const { personId } = actor
    const at = world.clock.now()
    const shareYen = cancelled ? 0 : await noteHandOver(tx, { assignmentId, personId, at })
    await moveAssignment(tx, assignmentId, cancelled ? 'cancel' : 'release')
    await appendEvent(tx, {
      action: 'task.released',
      at,
      actorId: personId,
      orderId,
      teamId,
      personId,
      assignmentId,
      facts: { task: number, shareYen },
    })
  })
  return { done: true }
}
