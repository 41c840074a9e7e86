import type { startReview as endpoint } from '@tsumugi/kit/contract/reviews.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { assert } from '../kernel/assert.ts'
import { later } from '../kernel/clock.ts'
import { submissionEvent } from './accept-work.ts'
import { startRefusal } from './review-rules.ts'
import { takeReviewLease } from './review-store.ts'
import { lockSubmission, refuseWithName } from './see-submission.ts'

/** Keeps colleagues off a submission for a time; calling again renews. */
export const startReview: Command<typeof endpoint> = ({ world, actor, params }) =>
  world.db.transact(async (tx) => {
    const now = world.clock.now()
    const facts = await lockSubmission(tx, actor, 'review.start', params.submissionId)
    await refuseWithName(tx, startRefusal(facts, actor.personId, now), facts)
    const leaseUntil = later(now, world.settings.reviewLeaseSeconds)
    const lease = { submissionId: facts.id, reviewerId: actor.personId, now, leaseUntil }
    assert(await takeReviewLease(tx, lease), `submission ${facts.id} is leased although its assignment is locked`)
    // A renewal is not news: the trail would fill with one line a minute.
    if (facts.lease?.reviewerId !== actor.personId) {
      await appendEvent(tx, submissionEvent(facts, { action: 'review.started', at: now, actorId: actor.personId }))
    }
    return { leaseUntil: leaseUntil.toISOString() }
  })
