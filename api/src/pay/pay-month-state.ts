// open ──propose──▶ proposed ──approve──▶ approved ──close──▶ closed
//   ▲                │  ▲  │                 │
//   │                │  └──┘ propose (anew)  │
//   ├────withdraw────┘                       │
//   └────reopen (something changed)──────────┘

/** How far the close of a month is. */
export type PayMonthState = 'open' | 'proposed' | 'approved' | 'closed'

/** Every arrow: where it may start and where it ends. A closed month stays closed; corrections go into an open one. */
export const payMonthMoves = {
  propose: { from: ['open', 'proposed'], to: 'proposed' },
  withdraw: { from: ['proposed'], to: 'open' },
  approve: { from: ['proposed'], to: 'approved' },
  reopen: { from: ['approved'], to: 'open' },
  close: { from: ['approved'], to: 'closed' },
} as const satisfies Record<string, { from: readonly PayMonthState[]; to: PayMonthState }>

export type PayMonthMove = keyof typeof payMonthMoves

/** The arrows, for the generated list of states. */
export const arrows = payMonthMoves

/** Whether a month in this state may make this move. */
export function mayMove(state: PayMonthState, move: PayMonthMove): boolean {
  return (payMonthMoves[move].from as readonly PayMonthState[]).includes(state)
}
