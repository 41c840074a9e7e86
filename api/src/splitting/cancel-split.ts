import type { cancelSplit as endpoint } from '@tsumugi/kit/contract/splitting.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { Refusal, refuseIf } from '../kernel/refusal.ts'
import { lockOrder, seeOrder } from '../orders/public.ts'
import { cancelSplitRefusal } from './split-rules.ts'
import { liveSplit, moveSplit, removeDeadTasks } from './split-store.ts'

/** How many tasks are removed at once; more are left to the job. */
const removedNow = 2_000

/** Stops a running split or undoes a finished one; its tasks go, the many of a large one in the background. */
export const cancelSplit: Command<typeof endpoint> = ({ world, actor, params }) =>
  world.db.transact(async (tx) => {
    await lockOrder(tx, params.orderId)
    const order = await seeOrder(tx.rows, actor, 'split.cancel', params.orderId)
    const split = await liveSplit(tx.rows, order.id)
    refuseIf(cancelSplitRefusal({ order: order.state, live: split?.state ?? null }), { state: order.state })
    if (!split) throw new Refusal('split.not_running')
    const at = world.clock.now()
    await moveSplit(tx, split.id, 'cancel', { finishedAt: at })
    const removed = await removeDeadTasks(tx, order.id, removedNow)
    if (removed === removedNow) await world.jobs.add(tx, 'split-order', { splitId: split.id })
    await appendEvent(tx, {
      action: 'split.cancelled',
      at,
      actorId: actor.personId,
      orderId: order.id,
      subjectId: split.id,
    })
    return { done: true }
  })
