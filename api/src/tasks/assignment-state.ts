//          allot         claim           submit            accept
//   held ────────▶ open ────────▶ claimed ────────▶ submitted ────────▶ accepted
//                   ▲   release /    │  ▲               │
//                   └──── expire ────┘  │ resume        │ return
//                   ▲            lapse  ▼               ▼
//                   └───────────────  returned ◀────────┘
//                     release / reopen
//   cancel: from held and open, and instead of going back to open once the order is cancelled, to cancelled
//
// Work sent back belongs to its author: when its lease runs out it lapses to `returned`, never to a colleague,
// so that nobody's first go goes unpaid. Its author gives it away (release), or, when they cannot finish it, whoever leads
// the work opens it again, with a reason (reopen).

/** Where one person's go at a task stands. */
export type AssignmentState = 'held' | 'open' | 'claimed' | 'submitted' | 'returned' | 'accepted' | 'cancelled'

/** Every arrow: where it may start and where it ends. */
export const assignmentMoves = {
  allot: { from: ['held'], to: 'open' },
  claim: { from: ['open'], to: 'claimed' },
  release: { from: ['claimed', 'returned'], to: 'open' },
  reopen: { from: ['returned'], to: 'open' },
  expire: { from: ['claimed'], to: 'open' },
  lapse: { from: ['claimed'], to: 'returned' },
  submit: { from: ['claimed'], to: 'submitted' },
  return: { from: ['submitted'], to: 'returned' },
  resume: { from: ['returned'], to: 'claimed' },
  accept: { from: ['submitted'], to: 'accepted' },
  cancel: { from: ['held', 'open', 'claimed', 'returned'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly AssignmentState[]; to: AssignmentState }>

export type AssignmentMove = keyof typeof assignmentMoves

/** The arrows, for the generated list of states. */
export const arrows = assignmentMoves

/** Whether an assignment in this state may make this move. */
export function mayMove(state: AssignmentState, move: AssignmentMove): boolean {
  return (assignmentMoves[move].from as readonly AssignmentState[]).includes(state)
}
