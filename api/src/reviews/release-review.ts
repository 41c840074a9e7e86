import type { releaseReview as endpoint } from '@tsumugi/kit/contract/reviews.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { submissionEvent } from './accept-work.ts'
import { giveReviewLeaseBack } from './review-store.ts'
import { lockSubmission } from './see-submission.ts'

/** Lets colleagues review it at once; a lease that was renewed since, or is somebody else's by now, stays. */
export const releaseReview: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const facts = await lockSubmission(tx, actor, 'review.release', params.submissionId)
    const lease = { submissionId: facts.id, reviewerId: actor.personId, leaseUntil: new Date(body.leaseUntil) }
    if (await giveReviewLeaseBack(tx, lease)) {
      await appendEvent(tx, submissionEvent(facts, { action: 'review.released', at, actorId: actor.personId }))
    }
    return { done: true as const }
  })
