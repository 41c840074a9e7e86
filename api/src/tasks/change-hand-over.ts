import type { changeHandOver as endpoint } from '@tsumugi/kit/contract/tasks.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { sumYen } from '../kernel/yen.ts'
import { may } from '../permissions/may.ts'
import { assignmentFacts, lockAssignment } from './assignment-store.ts'
import { handOverById, handOversOf, isOnTheBooks, settleHandOver } from './hand-over-store.ts'
import { assignmentSubject } from './held-assignment.ts'

/** Settles the part of somebody who handed work over; whoever finishes always keeps at least a yen. */
export const changeHandOver: Command<typeof endpoint> = ({ world, actor, params: { handOverId }, body }) =>
  world.db.transact(async (tx) => {
    const { assignmentId } = await handOverById(tx, handOverId)
    await lockAssignment(tx, assignmentId)
    const facts = found(await assignmentFacts(tx.rows, assignmentId))
    found(may(actor, 'hand_over.change', assignmentSubject(facts)) || null)
    const shares = await handOversOf(tx, assignmentId)
    const share = found(shares.find(({ id }) => id === handOverId) ?? null)
    if ([facts.personId, share.personId].includes(actor.personId)) throw new Refusal('hand_over.own')
    if ((await isOnTheBooks(tx, assignmentId)) || facts.state === 'accepted' || facts.state === 'cancelled')
      throw new Refusal('hand_over.paid')
    const { shareYen, reason } = body
    const all = sumYen(shares.map((each) => (each.id === handOverId ? shareYen : each.shareYen)))
    if (all >= facts.feeYen) throw new Refusal('hand_over.too_much', { feeYen: facts.feeYen })
    const at = world.clock.now()
    await settleHandOver(tx, handOverId, { shareYen, changeReason: reason, changedById: actor.personId, changedAt: at })
    await appendEvent(tx, {
      ...{ action: 'hand_over.changed', at, actorId: actor.personId, orderId: facts.orderId, teamId: facts.teamId },
      ...{ personId: share.personId, assignmentId, subjectId: handOverId, reason },
      facts: { name: share.person.displayName, wasYen: share.shareYen, shareYen },
    })
    return { done: true as const }
  })
