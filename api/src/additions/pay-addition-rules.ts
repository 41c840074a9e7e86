import type { proposePayAddition } from '@tsumugi/kit/contract/additions.ts'
import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import type { z } from 'zod'
import { payForMinutes } from '../kernel/yen.ts'
import type { PayAdditionState } from './pay-addition-state.ts'

type Proposal = z.output<NonNullable<typeof proposePayAddition.body>>

/** What the rules ask about a proposal beside what it says. */
export interface ProposalFacts {
  /** The day it is now in Japan. */
  today: string
  /** The month of its day is closed. */
  isMonthClosed: boolean
  /** The person works here, or did. */
  isPayee: boolean
}

/** What a proposal amounts to, tax exclusive. */
export function amountOf(much: Proposal['much']): number {
  return much.by === 'sum' ? much.amountYen : payForMinutes(much.minutes, much.yenPerHour)
}

/** Why this cannot be proposed; null when it can. */
export function proposeRefusal(proposal: Proposal, facts: ProposalFacts): RefusalCode | null {
  const { kind, much, doneOn } = proposal
  const amountYen = amountOf(much)
  if (amountYen === 0 || (amountYen < 0 && kind !== 'correction')) return 'pay_addition.negative'
  if (kind === 'hours' && much.by !== 'time') return 'pay_addition.needs_time'
  if (doneOn > facts.today) return 'pay_addition.future'
  if (facts.isMonthClosed) return 'pay_addition.month_closed'
  if (!facts.isPayee) return 'pay_addition.no_payee'
  return null
}

/** What the rules ask about a proposal that waits. */
export interface WaitingFacts {
  state: PayAdditionState
  proposedById: string
  isMonthClosed: boolean
}

/** Why this person cannot approve it; null when they can. Two people decide about money. */
export function approveRefusal(facts: WaitingFacts, approverId: string): RefusalCode | null {
  if (facts.state !== 'proposed') return 'pay_addition.decided'
  if (facts.proposedById === approverId) return 'pay_addition.own_proposal'
  if (facts.isMonthClosed) return 'pay_addition.month_closed'
  return null
}
