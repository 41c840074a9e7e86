//            change (by the person) ──▶ current
// enter (by staff) ──▶ waiting ──agree──▶ current ──replace──▶ replaced
//                         └────refuse──▶ refused

/** Where an account stands. */
export type BankAccountState = 'waiting' | 'current' | 'replaced' | 'refused'

/** Every arrow: where it may start and where it ends. */
export const bankAccountMoves = {
  agree: { from: ['waiting'], to: 'current' },
  refuse: { from: ['waiting'], to: 'refused' },
  replace: { from: ['current'], to: 'replaced' },
} as const satisfies Record<string, { from: readonly BankAccountState[]; to: BankAccountState }>

export type BankAccountMove = keyof typeof bankAccountMoves

/** The arrows, for the generated list of states. */
export const arrows = bankAccountMoves
