//  sent ──confirm──▶ confirmed
//  │ ▲└──lapse──▶ confirmed_by_silence
//  │ └───answer───┐
//  └──dispute──▶ disputed

/** Where a statement stands with the person it is for. */
export type StatementState = 'sent' | 'confirmed' | 'confirmed_by_silence' | 'disputed'

/** Every arrow. Payment waits for none of them (Act 25 of 2023, Art. 4). */
export const statementMoves = {
  confirm: { from: ['sent'], to: 'confirmed' },
  lapse: { from: ['sent'], to: 'confirmed_by_silence' },
  dispute: { from: ['sent'], to: 'disputed' },
  answer: { from: ['disputed'], to: 'sent' },
} as const satisfies Record<string, { from: readonly StatementState[]; to: StatementState }>

export type StatementMove = keyof typeof statementMoves

/** The arrows, for the generated list of states. */
export const arrows = statementMoves
