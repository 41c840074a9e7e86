import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { getOrder, OrderState } from '@tsumugi/kit/contract/orders.ts'
import type { Tone } from '@tsumugi/kit/ui/parts/StateChip.tsx'

export type Order = AnswerOf<typeof getOrder>

/** How each state of an order looks. */
export const orderTones: Record<OrderState, Tone> = {
  draft: 'quiet',
  submitted: 'info',
  quoted: 'info',
  agreed: 'now',
  running: 'now',
  delivered: 'info',
  accepted: 'good',
  closed: 'good',
  cancelled: 'bad',
}
