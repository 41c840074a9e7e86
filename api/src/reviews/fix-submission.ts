import type { fixSubmission as endpoint } from '@tsumugi/kit/contract/reviews.ts'
import { checkAnswer } from '@tsumugi/kit/surfaces/image/check.ts'
import type { Command } from '../http/command.ts'
import { Refusal } from '../kernel/refusal.ts'
import { seeOrder } from '../orders/public.ts'
import { acceptWork } from './accept-work.ts'
import { decideRefusal } from './review-rules.ts'
import { itemsOf } from './review-store.ts'
import { lockForAcceptance, refuseWithName } from './see-submission.ts'

/** Accepts the work in the reviewer's own version, held to the same checks; the author is paid as for accepted work. */
export const fixSubmission: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const facts = await lockForAcceptance(tx, actor, 'submission.fix', params.submissionId)
    await refuseWithName(tx, decideRefusal(facts, actor.personId, at), facts)
    const { labels } = await seeOrder(tx.rows, actor, 'submission.fix', facts.assignment.orderId)
    const items = await itemsOf(tx.rows, facts.assignment)
    const errors = checkAnswer(body.answer, { items, labels }).filter(({ severity }) => severity === 'error')
    if (errors.length > 0) throw new Refusal('submission.has_problems', { count: errors.length })
    await acceptWork(tx, facts, {
      reviewerId: actor.personId,
      comment: body.comment,
      at,
      fixedAnswer: body.answer,
    })
    return { done: true as const }
  })
