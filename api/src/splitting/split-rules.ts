import type { OrderState } from '@tsumugi/kit/contract/orders.ts'
import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'

export type SplitState = 'running' | 'done' | 'cancelled' | 'failed'

/** May the order be split now? `live` is its split that runs or is done, if any. */
export function startSplitRefusal(facts: { order: OrderState; live: SplitState | null }): RefusalCode | null {
  if (facts.order !== 'agreed') return 'order.wrong_state'
  if (facts.live !== null) return 'split.already_done'
  return null
}

/** May the split be undone now? Once tasks are allotted the order runs, and it may not. */
export function cancelSplitRefusal(facts: { order: OrderState; live: SplitState | null }): RefusalCode | null {
  if (facts.order !== 'agreed') return 'order.wrong_state'
  if (facts.live === null) return 'split.not_running'
  return null
}
