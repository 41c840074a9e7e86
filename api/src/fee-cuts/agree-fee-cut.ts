import type { agreeFeeCut as endpoint } from '@tsumugi/kit/contract/fee-cuts.ts'
import type { Command } from '../http/command.ts'
import { refuseIf } from '../kernel/refusal.ts'
import { answerFeeCut, lockFeeCut } from './answer-fee-cut.ts'
import { agreeRefusal } from './fee-cut-rules.ts'
import { lowerFee, moneyOf } from './fee-cut-store.ts'

/** The person agrees to less for their own work: only now the price falls. */
export const agreeFeeCut: Command<typeof endpoint> = async ({ world, actor, params }) => {
  await world.db.transact(async (tx) => {
    const both = await lockFeeCut(tx, actor, 'fee_cut.agree', params.feeCutId)
    const { cut, work } = both
    const money = await moneyOf(tx.rows, work)
    refuseIf(agreeRefusal(cut, { ...work, ...money }), { partsYen: money.partsYen })
    await answerFeeCut(tx, both, 'agreed', world.clock.now())
    await lowerFee(tx, cut)
  })
  return { done: true }
}
