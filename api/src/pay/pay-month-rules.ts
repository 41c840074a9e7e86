import type { PayQuestion } from '@tsumugi/kit/contract/pay.ts'
import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import { mayMove, type PayMonthState } from './pay-month-state.ts'

/** What the rules ask about a month. */
export interface PayMonthFacts {
  state: PayMonthState
  /** `2026-11`; and the month it is now in Japan. */
  month: string
  thisMonth: string
  people: number
  /** An earlier month has work that is on no statement yet. */
  earlierOpen: boolean
  /** People whose corrections are more than their pay. */
  owing: number
  /** Hourly rates under the minimum wage that nobody has answered. */
  lowRates: number
  proposedById: string | null
}

/** Questions that stop a close; the others are only to be looked at. */
const stopping: readonly PayQuestion[] = ['month_running', 'earlier_month_open', 'negative_pay', 'low_rates']

/** Whether a question must be settled before the month can be proposed. */
export function stops(question: PayQuestion): boolean {
  return stopping.includes(question)
}

/** Why the month cannot be proposed for closing; null when it can. */
export function proposeRefusal(facts: PayMonthFacts): RefusalCode | null {
  if (!mayMove(facts.state, 'propose')) return 'pay_month.wrong_state'
  if (facts.month >= facts.thisMonth) return 'pay_month.running'
  if (facts.earlierOpen) return 'pay_month.earlier_open'
  if (facts.people === 0) return 'pay_month.empty'
  if (facts.owing > 0) return 'pay_month.negative_pay'
  if (facts.lowRates > 0) return 'pay_month.low_rates'
  return null
}

/** Why this person cannot approve; null when they can. Two people close a month. */
export function approveRefusal(facts: PayMonthFacts, approverId: string): RefusalCode | null {
  if (!mayMove(facts.state, 'approve')) return 'pay_month.wrong_state'
  if (facts.proposedById === approverId) return 'pay_month.own_proposal'
  return null
}
