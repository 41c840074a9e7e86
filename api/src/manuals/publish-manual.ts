import type { publishManual as endpoint } from '@tsumugi/kit/contract/manuals.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { nextVersion, Refusal, refuseIf } from '../kernel/refusal.ts'
import { lockOrder, seeOrder } from '../orders/public.ts'
import { addManual, newestManual } from './manual-store.ts'
import { duplicateNumber, publishRefusal } from './publish-rules.ts'

/** Publishes the next version as a whole; earlier versions stay, so that pins keep the clause they cite. */
export const publishManual: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    await lockOrder(tx, params.orderId)
    const order = await seeOrder(tx.rows, actor, 'manual.publish', params.orderId)
    refuseIf(publishRefusal(order.state), { state: order.state })
    const number = duplicateNumber(body.clauses)
    if (number !== null) throw new Refusal('manual.duplicate_number', { number })
    const newest = await newestManual(tx.rows, order.id)
    const version = nextVersion({ read: body.version, now: newest?.version ?? 0 })
    const at = world.clock.now()
    const manualId = await addManual(tx, {
      orderId: order.id,
      version,
      publishedById: actor.personId,
      publishedAt: at,
      clauses: body.clauses,
    })
    await appendEvent(tx, {
      action: 'manual.published',
      at,
      actorId: actor.personId,
      orderId: order.id,
      subjectId: manualId,
      facts: { version },
    })
    return { version }
  })
