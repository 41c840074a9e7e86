import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import { bankDayOnOrAfter, isBankDay } from '../kernel/japan-day.ts'
import { mayMove, type TransferRunState } from './transfer-run-state.ts'

/** The day a run is for unless somebody says otherwise: the pay day, or the first bank day from today on when that is over. */
export function usualTransferDay(payOn: string, today: string): string {
  return bankDayOnOrAfter(payOn < today ? today : payOn)
}

/** Why no run can be prepared for this day; null when it can. */
export function dayRefusal(transferOn: string, today: string): RefusalCode | null {
  if (transferOn < today) return 'transfer.past'
  return isBankDay(transferOn) ? null : 'transfer.bank_closed'
}

/** What the rules ask about a run. */
export interface RunFacts {
  state: TransferRunState
  preparedById: string
  transferOn: string
  today: string
}

/** Why this person cannot approve; null when they can. Two people send money. */
export function approveRefusal(facts: RunFacts, approverId: string): RefusalCode | null {
  if (!mayMove(facts.state, 'approve')) return 'transfer.wrong_state'
  if (facts.preparedById === approverId) return 'transfer.own_run'
  return facts.transferOn < facts.today ? 'transfer.past' : null
}

/** Why a run cannot be noted as executed; null when it can. */
export function executeRefusal({ state, transferOn, today }: RunFacts): RefusalCode | null {
  if (!mayMove(state, 'execute')) return 'transfer.wrong_state'
  return today < transferOn ? 'transfer.too_early' : null
}
