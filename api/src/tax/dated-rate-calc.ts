/** A rate that changes by law or decision, as `dated_rate` holds it: from a day (inclusive) to a day (exclusive). */
export interface DatedValue {
  validFrom: string
  validTo: string | null
  value: number
}

/** The value in force on a day; null where none is, which for a credit means nothing is credited. */
export function valueOn(values: readonly DatedValue[], day: string): number | null {
  return values.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))?.value ?? null
}
