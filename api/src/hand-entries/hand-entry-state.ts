// proposed ──approve──▶ approved
//     └─────refuse────▶ refused

/** Where a proposed hand entry stands. */
export type HandEntryState = 'proposed' | 'approved' | 'refused'

/** Every arrow: where it may start and where it ends. */
export const handEntryMoves = {
  approve: { from: ['proposed'], to: 'approved' },
  refuse: { from: ['proposed'], to: 'refused' },
} as const satisfies Record<string, { from: readonly HandEntryState[]; to: HandEntryState }>

export type HandEntryMove = keyof typeof handEntryMoves

/** The arrows, for the generated list of states. */
export const arrows = handEntryMoves
