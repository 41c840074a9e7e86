import type { acceptSubmission as endpoint } from '@tsumugi/kit/contract/reviews.ts'
import type { Command } from '../http/command.ts'
import { acceptWork } from './accept-work.ts'
import { decideRefusal } from './review-rules.ts'
import { lockForAcceptance, refuseWithName } from './see-submission.ts'

/** Accepts the work as it is: it is paid. */
export const acceptSubmission: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const facts = await lockForAcceptance(tx, actor, 'submission.accept', params.submissionId)
    await refuseWithName(tx, decideRefusal(facts, actor.personId, at), facts)
    await acceptWork(tx, facts, { reviewerId: actor.personId, comment: body.comment, at })
    return { done: true as const }
  })
