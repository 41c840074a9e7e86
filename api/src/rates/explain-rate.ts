import type { explainRate as endpoint } from '@tsumugi/kit/contract/rates.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { addExplanation } from './rate-store.ts'
import { lockLowRate } from './see-rate.ts'

/** Says why a rate lies under the minimum wage. */
export const explainRate: Command<typeof endpoint> = ({ world, actor, body }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const { month, personId, orderId, reason } = body
    const rate = await lockLowRate(tx, actor, 'rate.explain', { month, personId, orderId })
    const id = newId()
    const facts = { yenPerHour: rate.yenPerHour ?? 0, floorYen: rate.floorYen ?? 0 }
    await addExplanation(tx, {
      ...{ id, month, personId, orderId, ...facts, reason },
      ...{ explainedById: actor.personId, explainedAt: at },
    })
    await appendEvent(tx, {
      ...{ action: 'rate.explained', at, actorId: actor.personId, orderId, teamId: rate.teamId },
      ...{ subjectId: id, reason, facts: { month, ...facts } },
    })
    return { done: true as const }
  })
