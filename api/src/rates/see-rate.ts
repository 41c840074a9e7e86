import type { Action } from '@tsumugi/kit/contract/actions.ts'
import type { Tx } from '../db/database.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { lockPerson } from '../people/public.ts'
import { type Actor, may } from '../permissions/may.ts'
import { loadJudgedRates } from './load-judged-rates.ts'
import { answerRefusal, type JudgedRate } from './low-rate-rules.ts'

/** A person's low rate for an order in a month, to be answered; the person stays locked. 404 for those who may not. */
export async function lockLowRate(
  tx: Tx,
  actor: Actor,
  action: Action,
  whose: { month: string; personId: string; orderId: string | null },
): Promise<JudgedRate> {
  found(await lockPerson(tx, whose.personId))
  const rates = await loadJudgedRates(tx.rows, whose.month, whose.personId)
  const rate = found(rates.find(({ order }) => (order?.id ?? null) === whose.orderId) ?? null)
  if (!may(actor, action, { teamIds: rate.teamId === null ? [] : [rate.teamId] })) throw new Refusal('thing.not_found')
  const refusal = answerRefusal(rate, actor.personId)
  if (refusal) throw new Refusal(refusal)
  return rate
}
