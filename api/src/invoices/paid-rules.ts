import { sumYen } from '../kernel/yen.ts'

/** How an invoice stands with its payment. */
export interface PaidState {
  openYen: number
  state: 'open' | 'partly_paid' | 'paid' | 'overpaid'
  isOverdue: boolean
}

/** Paid, in part, too much or not at all; overdue from the day after its due day while anything is open. */
export function paidState(invoice: { totalYen: number; paidYen: number; dueOn: string; today: string }): PaidState {
  const { totalYen, paidYen, dueOn, today } = invoice
  const openYen = sumYen([totalYen, -paidYen])
  const state = openYen < 0 ? 'overpaid' : openYen === 0 ? 'paid' : paidYen > 0 ? 'partly_paid' : 'open'
  return { openYen, state, isOverdue: openYen > 0 && dueOn < today }
}
