import type { OrderState } from '@tsumugi/kit/contract/orders.ts'
import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import type { DeliveryState } from './delivery-state.ts'

/** How far an order's work is; a task counts as accepted when all its assignments that were not cancelled are. */
export interface WorkDone {
  tasks: number
  accepted: number
}

/** May the next delivery be made? Whole orders only. */
export function makeDeliveryRefusal(facts: { order: OrderState; making: boolean; work: WorkDone }): RefusalCode | null {
  if (facts.order !== 'running') return 'order.wrong_state'
  if (facts.making) return 'delivery.already_making'
  if (facts.work.accepted === 0) return 'delivery.nothing_accepted'
  if (facts.work.accepted < facts.work.tasks) return 'order.work_unfinished'
  return null
}

/** May the package be taken away? Also after the client decided. */
export function downloadRefusal(delivery: DeliveryState): RefusalCode | null {
  return delivery === 'making' || delivery === 'failed' ? 'delivery.not_ready' : null
}

/** May the client say yes or ask for a change now? */
export function decideRefusal(facts: { order: OrderState; delivery: DeliveryState }): RefusalCode | null {
  if (facts.delivery !== 'ready') return 'delivery.not_ready'
  if (facts.order !== 'delivered') return 'order.wrong_state'
  return null
}
