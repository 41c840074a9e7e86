import type { startSplit as endpoint } from '@tsumugi/kit/contract/splitting.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { lockOrder, seeOrder } from '../orders/public.ts'
import { splitFacts } from './split-facts.ts'
import { addSplit } from './split-store.ts'

/** Begins to cut the order into tasks; the job `split-order` does it. */
export const startSplit: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    await lockOrder(tx, params.orderId)
    const order = await seeOrder(tx.rows, actor, 'split.start', params.orderId)
    const { tasks } = await splitFacts(tx.rows, order, body)
    const at = world.clock.now()
    const id = newId()
    await addSplit(tx, {
      id,
      orderId: order.id,
      unitsPerTask: body.unitsPerTask,
      overlap: body.overlap,
      tasksTotal: tasks,
      startedById: actor.personId,
      startedAt: at,
    })
    await world.jobs.add(tx, 'split-order', { splitId: id })
    await appendEvent(tx, {
      action: 'split.started',
      at,
      actorId: actor.personId,
      orderId: order.id,
      subjectId: id,
      facts: { tasks },
    })
    return { id }
  })
