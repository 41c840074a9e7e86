//            answer            answer
//   fixed ◀────────── open ──────────▶ question
//     │                ▲                   │
//     │                └──── reply ────────┘   (a director answers; the author may answer again from anywhere)
//     └──────────── resolve, from everywhere: the work is accepted ──▶ resolved

/** Where a pin stands between director and author. */
export type PinState = 'open' | 'fixed' | 'question' | 'resolved'

/** Every arrow: where it may start and where it ends; `answer` ends where the author says. */
export const pinMoves = {
  answerFixed: { from: ['open', 'question', 'fixed'], to: 'fixed' },
  answerQuestion: { from: ['open', 'question', 'fixed'], to: 'question' },
  reply: { from: ['question'], to: 'open' },
  resolve: { from: ['open', 'fixed', 'question'], to: 'resolved' },
} as const satisfies Record<string, { from: readonly PinState[]; to: PinState }>
