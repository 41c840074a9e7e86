import type { reworkTasks as endpoint } from '@tsumugi/kit/contract/tasks.ts'
import { beginFromAccepted } from '../answers/public.ts'
import type { Tx } from '../db/database.ts'
import { appendEvents } from '../events/append-event.ts'
import type { Call, Command } from '../http/command.ts'
import { Refusal } from '../kernel/refusal.ts'
import { lockOrder, seeOrder } from '../orders/public.ts'
import { getTaskStanding } from './get-task-standing.ts'
import { addReworks } from './rework-store.ts'

/**
 * Has accepted tasks done again because something in them must change. Accepted work stays as it is and is paid; each
 * rework is paid too, lies with the team that did the task, and starts from the accepted answer.
 */
export const reworkTasks: Command<typeof endpoint> = async (call) => ({
  opened: await call.world.db.transact((tx) => rework(tx, call)),
})

async function rework(tx: Tx, { world, actor, params, body }: Call<typeof endpoint>): Promise<number> {
  const { reason } = body
  await lockOrder(tx, params.orderId)
  const order = await seeOrder(tx.rows, actor, 'task.rework', params.orderId)
  if (order.state !== 'running') throw new Refusal('order.wrong_state', { state: order.state })
  const numbers = [...new Set(body.tasks)]
  const standing = await getTaskStanding(tx.rows, order.id, numbers)
  const notDone = numbers.find((number) => !standing.get(number)?.isDone)
  if (notDone !== undefined) throw new Refusal('task.not_accepted', { task: notDone })
  const at = world.clock.now()
  const opened = await addReworks(tx, order.id, numbers, reason)
  const assignmentIds = opened.map(({ id }) => id)
  await beginFromAccepted(tx, { assignmentIds, savedById: actor.personId, at })
  await appendEvents(
    tx,
    [...new Set(opened.map(({ teamId }) => teamId))].map((teamId) => ({
      action: 'task.reworked' as const,
      at,
      actorId: actor.personId,
      orderId: order.id,
      teamId,
      reason,
      facts: { tasks: numbersOf(opened.filter((each) => each.teamId === teamId)) },
    })),
  )
  return opened.length
}

function numbersOf(tasks: readonly { number: number }[]): string {
  const numbers = tasks.map(({ number }) => number)
  return numbers.sort((a, b) => a - b).join(', ')
}
