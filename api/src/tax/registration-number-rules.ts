/** What may be wrong with a registration number (登録番号). `doubtful` is only a warning: the register decides. */
export type RegistrationNumberProblem = 'wrong_shape' | 'wrong_check_digit' | 'doubtful_check_digit'

/**
 * Checks `T` and 13 digits. The first digit checks the other twelve for corporations (法人番号の指定等に関する省令 2条);
 * for persons sources differ, so it is only a warning there.
 */
export function registrationNumberProblem(
  registrationNumber: string,
  holder: 'corporation' | 'person',
): RegistrationNumberProblem | null {
  const digits = /^T(\d{13})$/.exec(registrationNumber)?.[1]
  if (digits === undefined) return 'wrong_shape'
  if (isCorporateNumber(digits)) return null
  return holder === 'corporation' ? 'wrong_check_digit' : 'doubtful_check_digit'
}

/** As people type it: full-width digits, a small t, spaces and hyphens go; the rest stays to be refused. */
export function asRegistrationNumber(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐−–—ー]/g, '')
  return /^\d{13}$/.test(plain) ? `T${plain}` : plain
}

/** Thirteen digits whose first checks the others: 9 less the weighted sum (1, 2, 1, 2 … from the right) modulo 9. */
export function isCorporateNumber(digits: string): boolean {
  if (!/^\d{13}$/.test(digits)) return false
  const fromRight = [...digits.slice(1)].reverse().map(Number)
  const sum = fromRight.reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 1 : 2), 0)
  return Number(digits[0]) === 9 - (sum % 9)
}
