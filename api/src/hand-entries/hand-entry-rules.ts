import type { HandEntryLine } from '@tsumugi/kit/contract/hand-entries.ts'
import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import { sumYen } from '../kernel/yen.ts'
import type { HandEntryState } from './hand-entry-state.ts'

/** What the rules ask about a proposal. */
export interface HandEntryFacts {
  lines: readonly HandEntryLine[]
  bookedOn: string
  /** The day it is now in Japan. */
  today: string
  /** The pay of its day's month is closed. */
  isMonthClosed: boolean
}

/** Accounts whose every posting belongs to an order. */
const ofOrders: readonly HandEntryLine['account'][] = ['worker_pay', 'review_pay', 'discount']

/** Why this cannot be proposed; null when it can. */
export function proposeRefusal({ lines, bookedOn, today, isMonthClosed }: HandEntryFacts): RefusalCode | null {
  if (sumYen(lines.map(({ amountYen }) => amountYen)) !== 0) return 'hand_entry.unbalanced'
  if (lines.some(({ amountYen }) => amountYen === 0)) return 'hand_entry.unbalanced'
  if (lines.some(({ account, orderId }) => ofOrders.includes(account) !== (orderId !== null))) {
    return 'hand_entry.order_missing'
  }
  if (bookedOn > today) return 'hand_entry.future'
  return isMonthClosed ? 'hand_entry.month_closed' : null
}

/** Why this person cannot approve it; null when they can. Two people enter by hand. */
export function approveRefusal(
  entry: { state: HandEntryState; proposedById: string; isMonthClosed: boolean },
  approverId: string,
): RefusalCode | null {
  if (entry.state !== 'proposed') return 'hand_entry.decided'
  if (entry.proposedById === approverId) return 'hand_entry.own_proposal'
  return entry.isMonthClosed ? 'hand_entry.month_closed' : null
}
