import type { refusePayAddition as endpoint } from '@tsumugi/kit/contract/additions.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { decidePayAddition, lockPayAddition } from './pay-addition-store.ts'

/** Refuses a proposal, or takes one's own back. */
export const refusePayAddition: Command<typeof endpoint> = ({
  world,
  actor,
  params: { additionId },
  body: { reason },
}) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const { amountYen } = await lockPayAddition(tx, additionId)
    const decided = { decidedById: actor.personId, decidedAt: at, refusal: reason }
    await decidePayAddition(tx, additionId, 'refuse', decided)
    await appendEvent(tx, {
      ...{ action: 'pay_addition.refused', at, actorId: actor.personId, subjectId: additionId },
      facts: { amountYen },
    })
    return { done: true as const }
  })
