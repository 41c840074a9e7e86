// proposed ──approve──▶ approved
//     └─────refuse────▶ refused

/** Where a proposed addition stands. */
export type PayAdditionState = 'proposed' | 'approved' | 'refused'

/** Every arrow: where it may start and where it ends. */
export const payAdditionMoves = {
  approve: { from: ['proposed'], to: 'approved' },
  refuse: { from: ['proposed'], to: 'refused' },
} as const satisfies Record<string, { from: readonly PayAdditionState[]; to: PayAdditionState }>

export type PayAdditionMove = keyof typeof payAdditionMoves

/** The arrows, for the generated list of states. */
export const arrows = payAdditionMoves
