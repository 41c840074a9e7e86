import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'

/** What decides whether less may be asked for, or agreed to. */
export interface FeeCutFacts {
  /** Who holds the work, or did it. */
  personId: string | null
  state: string
  feeYen: number
  /** Its pay is on the books. */
  isPaid: boolean
  /** What of the price belongs to people who handed the work over; that is theirs already. */
  partsYen: number
}

/** Why less cannot be proposed for this work, or null. */
export function proposeRefusal(facts: FeeCutFacts, feeYen: number, hasWaiting: boolean): RefusalCode | null {
  if (facts.personId === null || facts.state === 'cancelled') return 'fee_cut.not_held'
  if (facts.isPaid || facts.state === 'accepted') return 'fee_cut.paid'
  if (hasWaiting) return 'fee_cut.waiting'
  if (feeYen < facts.partsYen) return 'fee_cut.handed_over'
  return feeYen < facts.feeYen ? null : 'fee_cut.not_less'
}

/** Why a proposal cannot be agreed to any more, or null. */
export function agreeRefusal(
  cut: { personId: string; wasYen: number; feeYen: number; state: string },
  facts: FeeCutFacts,
): RefusalCode | null {
  if (cut.state !== 'proposed') return 'fee_cut.decided'
  if (facts.isPaid || facts.state === 'accepted') return 'fee_cut.paid'
  if (cut.feeYen < facts.partsYen) return 'fee_cut.handed_over'
  return facts.personId === cut.personId && facts.feeYen === cut.wasYen ? null : 'fee_cut.not_held'
}
