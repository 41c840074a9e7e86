// prepared ──approve──▶ approved ──execute──▶ executed
//     └──────withdraw──────┴──▶ withdrawn

/** How far a run is. */
export type TransferRunState = 'prepared' | 'approved' | 'executed' | 'withdrawn'

/** Every arrow: where it may start and where it ends. */
export const transferRunMoves = {
  approve: { from: ['prepared'], to: 'approved' },
  withdraw: { from: ['prepared', 'approved'], to: 'withdrawn' },
  execute: { from: ['approved'], to: 'executed' },
} as const satisfies Record<string, { from: readonly TransferRunState[]; to: TransferRunState }>

export type TransferRunMove = keyof typeof transferRunMoves

/** The arrows, for the generated list of states. */
export const arrows = transferRunMoves

/** Whether a run in this state may make this move. */
export function mayMove(state: TransferRunState, move: TransferRunMove): boolean {
  return (transferRunMoves[move].from as readonly TransferRunState[]).includes(state)
}
