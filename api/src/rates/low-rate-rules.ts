import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import type { PersonRate } from './month-rates-calc.ts'

/** A rate with what was done about it. */
export interface JudgedRate extends PersonRate {
  isUnder: boolean
  /** Under the floor, and nobody has explained it. */
  isOpen: boolean
  explanation: Explanation | null
  /** Top-ups that were proposed and wait. */
  waitingYen: number
}

/** Why a rate lies under the minimum wage. */
export interface Explanation {
  yenPerHour: number
  reason: string
  explainedById: string
  explainedAt: Date
}

/** A rate is open while it lies under the floor and no explanation was given for it or a worse one. */
export function judgedRate(
  rate: PersonRate,
  said: { explanations: readonly Explanation[]; waitingYen: number },
): JudgedRate {
  const isUnder = rate.missingYen > 0
  const yenPerHour = rate.yenPerHour ?? 0
  const explanation = isUnder ? (said.explanations.find((each) => each.yenPerHour <= yenPerHour) ?? null) : null
  return { ...rate, isUnder, explanation, isOpen: isUnder && explanation === null, waitingYen: said.waitingYen }
}

/** Why this person cannot explain or lift the rate; null when they can. Nobody decides about their own pay. */
export function answerRefusal(rate: JudgedRate | null, actorId: string): RefusalCode | null {
  if (!rate?.isUnder) return 'rate.not_under'
  if (rate.personId === actorId) return 'rate.own'
  return null
}
