import type { changeOrder as endpoint } from '@tsumugi/kit/contract/orders.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { dateOfDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { repeatedLabels } from './order-rules.ts'
import { changeDraft, lockOrder } from './order-store.ts'
import { seeOrder } from './see-order.ts'

/** Changes a draft's fields, if it is still in the version that was read. */
export const changeOrder: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    const { version, dueOn, deliveryFormats, ...fields } = body
    const repeated = repeatedLabels(fields.labels ?? [])
    if (repeated.length > 0) {
      throw new Refusal(
        'request.malformed',
        {},
        repeated.map((index) => ({ path: `labels.${index}.name`, problem: 'duplicate' as const })),
      )
    }
    await lockOrder(tx, params.orderId)
    const order = await seeOrder(tx.rows, actor, 'order.change', params.orderId)
    const next = await changeDraft(tx, order.id, version, {
      ...fields,
      ...(dueOn !== undefined && { dueOn: dueOn && dateOfDay(dueOn) }),
      ...(deliveryFormats && { deliveryFormats: [...new Set(deliveryFormats)] }),
    })
    const changed = Object.keys(body).filter((key) => key !== 'version')
    await appendEvent(tx, {
      action: 'order.changed',
      at: world.clock.now(),
      actorId: actor.personId,
      orderId: order.id,
      facts: { fields: changed.join(', ') },
    })
    return { version: next }
  })
