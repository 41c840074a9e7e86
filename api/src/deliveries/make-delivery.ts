import type { makeDelivery as endpoint } from '@tsumugi/kit/contract/deliveries.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { refuseIf } from '../kernel/refusal.ts'
import { lockOrder, seeOrder } from '../orders/public.ts'
import { makeDeliveryRefusal } from './delivery-rules.ts'
import { addDelivery, moveDelivery, newestDelivery, workDone } from './delivery-store.ts'

/** Begins the order's next delivery; one that failed is tried again under its own number. The job `pack-delivery` makes it. */
export const makeDelivery: Command<typeof endpoint> = ({ world, actor, params }) =>
  world.db.transact(async (tx) => {
    await lockOrder(tx, params.orderId)
    const order = await seeOrder(tx.rows, actor, 'delivery.make', params.orderId)
    const newest = await newestDelivery(tx.rows, order.id)
    const work = await workDone(tx.rows, order.id)
    const refusal = makeDeliveryRefusal({ order: order.state, making: newest?.state === 'making', work })
    refuseIf(
      refusal,
      refusal === 'order.work_unfinished' ? { count: work.tasks - work.accepted } : { state: order.state },
    )
    const at = world.clock.now()
    const begun = {
      formats: order.deliveryFormats,
      itemsTotal: order.items,
      madeById: actor.personId,
      madeAt: at,
    }
    const again = newest?.state === 'failed' ? newest : null
    const id = again?.id ?? newId()
    const version = again?.version ?? (newest?.version ?? 0) + 1
    if (again) await moveDelivery(tx, id, 'retry', { ...begun, itemsDone: 0, failure: null })
    else await addDelivery(tx, { id, orderId: order.id, version, ...begun })
    await world.jobs.add(tx, 'pack-delivery', { deliveryId: id })
    await appendEvent(tx, {
      action: 'delivery.made',
      at,
      actorId: actor.personId,
      orderId: order.id,
      subjectId: id,
      facts: { version },
    })
    return { id, version }
  })
