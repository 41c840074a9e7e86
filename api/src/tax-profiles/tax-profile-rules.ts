import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import { registrationNumberProblem } from '../tax/registration-number-rules.ts'

/** What somebody says of their registration; `registrationNumber` as `asRegistrationNumber` writes it. */
export interface SaidOfTax {
  validFrom: string
  registrationNumber: string | null
  holder: 'person' | 'corporation' | null
}

/** The first day of qualified invoices (消費税法 57条の2). */
const schemeFrom = '2023-10-01'

/** Why it cannot be entered; null when it can. A person's doubtful check digit is no reason. */
export function profileRefusal({ validFrom, registrationNumber, holder }: SaidOfTax): RefusalCode | null {
  if (validFrom < schemeFrom) return 'tax_profile.too_early'
  if (registrationNumber === null || holder === null) return null
  const problem = registrationNumberProblem(registrationNumber, holder)
  if (problem === 'wrong_shape') return 'tax_profile.wrong_shape'
  return problem === 'wrong_check_digit' ? 'tax_profile.wrong_digit' : null
}

/** Whether a person's number has a check digit that does not fit. */
export function isDoubtful({ registrationNumber, holder }: Pick<SaidOfTax, 'registrationNumber' | 'holder'>): boolean {
  return (
    registrationNumber !== null &&
    holder !== null &&
    registrationNumberProblem(registrationNumber, holder) === 'doubtful_check_digit'
  )
}

/** What holds on a day: the newest entry whose day has come. */
export function holdingOn<T extends { validFrom: string }>(newestFirst: readonly T[], day: string): T | null {
  return newestFirst.find(({ validFrom }) => validFrom <= day) ?? null
}

/** What will hold next after a day: the first of the entries to come that nothing entered later takes back. */
export function holdingNext<T extends { validFrom: string }>(newestFirst: readonly T[], day: string): T | null {
  const days = newestFirst.map(({ validFrom }) => validFrom).filter((from) => from > day)
  for (const from of days.toSorted()) {
    const next = holdingOn(newestFirst, from)
    if (next !== null && next.validFrom > day) return next
  }
  return null
}
