import type { declineFeeCut as endpoint } from '@tsumugi/kit/contract/fee-cuts.ts'
import type { Command } from '../http/command.ts'
import { answerFeeCut, lockFeeCut } from './answer-fee-cut.ts'

/** The person does not agree: the price stays. */
export const declineFeeCut: Command<typeof endpoint> = async ({ world, actor, params }) => {
  await world.db.transact(async (tx) => {
    const both = await lockFeeCut(tx, actor, 'fee_cut.decline', params.feeCutId)
    await answerFeeCut(tx, both, 'declined', world.clock.now())
  })
  return { done: true }
}
