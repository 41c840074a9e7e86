import type { OrderState } from '@tsumugi/kit/contract/orders.ts'

// draft ──submit──▶ submitted ──offerQuote──▶ quoted ──agreeQuote──▶ agreed ──start──▶ running ──deliver──▶ delivered ──accept──▶ accepted ──close──▶ closed
//                       ▲                    │  ▲  │                                     ▲                    │
//                       └────declineQuote────┘  └──┘ offerQuote (a newer version)        └───requestChange────┘
// every state before accepted ──cancel──▶ cancelled

/** Every move of an order: the states it may start from and the one it ends in. */
export const orderMoves = {
  submit: { from: ['draft'], to: 'submitted' },
  offerQuote: { from: ['submitted', 'quoted'], to: 'quoted' },
  declineQuote: { from: ['quoted'], to: 'submitted' },
  agreeQuote: { from: ['quoted'], to: 'agreed' },
  start: { from: ['agreed'], to: 'running' },
  deliver: { from: ['running'], to: 'delivered' },
  requestChange: { from: ['delivered'], to: 'running' },
  accept: { from: ['delivered'], to: 'accepted' },
  close: { from: ['accepted'], to: 'closed' },
  cancel: { from: ['draft', 'submitted', 'quoted', 'agreed', 'running', 'delivered'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly OrderState[]; to: OrderState }>
/** The arrows, for the generated list of states. */
export const arrows = orderMoves

export type OrderMove = keyof typeof orderMoves

/** Does the order's state allow this move? */
export function moveAllowed(move: OrderMove, state: OrderState): boolean {
  return (orderMoves[move].from as readonly OrderState[]).includes(state)
}
