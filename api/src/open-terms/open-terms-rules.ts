import type { PendingTermItem } from '@tsumugi/kit/contract/open-terms.ts'
import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import { addDays } from '../kernel/japan-day.ts'

/** What of an order's terms is open, and what was decided that was open before. */
export interface OpenTerms {
  pending: { item: PendingTermItem; reason: string; decideBy: string }[]
  /** Null: as usual. */
  place: string | null
  inspectionDue: string | null
}

/** From so many days before the day an item is decided by, the office is told. */
const soonDays = 3

/** The last day that is called soon. */
export function soonUntil(today: string): string {
  return addDays(today, soonDays)
}

/** Whether the day by which an item is decided is near or past. */
export function decideAlarm(decideBy: string, today: string): 'soon' | 'late' | null {
  if (decideBy < today) return 'late'
  return decideBy <= soonUntil(today) ? 'soon' : null
}

/** Why an open item cannot be decided so; null when it can. Review never ends before delivery is due. */
export function decisionRefusal(item: PendingTermItem, value: string, dueOn: string): RefusalCode | null {
  if (item !== 'inspection_day') return null
  if (!/^2\d{3}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))) return 'pending_term.not_a_day'
  return value < dueOn ? 'pending_term.before_due' : null
}
