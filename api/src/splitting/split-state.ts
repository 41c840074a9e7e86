import type { SplitState } from './split-rules.ts'

// running ──finish──▶ done
//    │ │               │
//    │ └────cancel─────┴──▶ cancelled
//    └──fail──▶ failed

/** Every move of a split: the states it may start from and the one it ends in. */
export const splitMoves = {
  finish: { from: ['running'], to: 'done' },
  fail: { from: ['running'], to: 'failed' },
  cancel: { from: ['running', 'done'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly SplitState[]; to: SplitState }>
export type SplitMove = keyof typeof splitMoves
