export type DeliveryState = 'making' | 'ready' | 'failed' | 'accepted' | 'change_requested'

// making ──finish──▶ ready ──accept──▶ accepted
//  │  ▲               └──requestChange──▶ change_requested
// fail retry
//  ▼  │
// failed

/** Every move of a delivery: the states it may start from and the one it ends in. */
export const deliveryMoves = {
  finish: { from: ['making'], to: 'ready' },
  fail: { from: ['making'], to: 'failed' },
  retry: { from: ['failed'], to: 'making' },
  accept: { from: ['ready'], to: 'accepted' },
  requestChange: { from: ['ready'], to: 'change_requested' },
} as const satisfies Record<string, { from: readonly DeliveryState[]; to: DeliveryState }>
export type DeliveryMove = keyof typeof deliveryMoves
