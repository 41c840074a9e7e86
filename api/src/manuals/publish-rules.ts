import type { OrderState } from '@tsumugi/kit/contract/orders.ts'
import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'

/** May the order's manual still change? Nobody works by it once the order is closed or cancelled. */
export function publishRefusal(order: OrderState): RefusalCode | null {
  return order === 'closed' || order === 'cancelled' ? 'order.wrong_state' : null
}

/** The first clause number that appears twice, or null. Numbers are compared as printed. */
export function duplicateNumber(clauses: readonly { number: string }[]): string | null {
  const seen = new Set<string>()
  for (const { number } of clauses) {
    if (seen.has(number)) return number
    seen.add(number)
  }
  return null
}
