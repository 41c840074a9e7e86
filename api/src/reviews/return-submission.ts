import type { returnSubmission as endpoint } from '@tsumugi/kit/contract/reviews.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { Refusal, refuseIf } from '../kernel/refusal.ts'
import { clausesOf } from '../manuals/public.ts'
import { moveAssignment } from '../tasks/public.ts'
import { submissionEvent } from './accept-work.ts'
import { addPins } from './pin-store.ts'
import { misplacedPins, returnRefusal } from './return-rules.ts'
import { decideRefusal } from './review-rules.ts'
import { addReview, itemsOf } from './review-store.ts'
import { lockSubmission, refuseWithName } from './see-submission.ts'

/** Sends the work back to its author; every pin says where and by which clause of the newest manual. */
export const returnSubmission: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const facts = await lockSubmission(tx, actor, 'submission.return', params.submissionId)
    await refuseWithName(tx, decideRefusal(facts, actor.personId, at), facts)
    const { assignment } = facts
    const clauses = await clausesOf(tx.rows, assignment.orderId)
    const target = { items: await itemsOf(tx.rows, assignment), clauseIds: new Set(clauses.map(({ id }) => id)) }
    refuseIf(returnRefusal(body.pins, target))
    const misplaced = misplacedPins(body.pins, target)
    if (misplaced.length > 0) throw new Refusal('request.malformed', {}, misplaced)

    await moveAssignment(tx, assignment.id, 'return')
    await addReview(tx, {
      submissionId: facts.id,
      assignmentId: assignment.id,
      authorId: facts.authorId,
      reviewerId: actor.personId,
      decision: 'returned',
      comment: body.comment,
      reviewedAt: at,
    })
    await addPins(tx, {
      submissionId: facts.id,
      assignmentId: assignment.id,
      createdById: actor.personId,
      createdAt: at,
      pins: body.pins,
    })
    await appendEvent(
      tx,
      submissionEvent(facts, {
        action: 'submission.returned',
        at,
        actorId: actor.personId,
        reason: body.comment || null,
        facts: { pins: body.pins.length },
      }),
    )
    return { done: true as const }
  })
