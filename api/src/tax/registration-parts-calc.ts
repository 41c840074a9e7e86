import { sumYen, taxOnYen } from '../kernel/yen.ts'

/** A line of a statement with the number in force on the day its work was received. */
export interface RegisteredLine {
  registrationNumber: string | null
  receivedOn: string
  amountYen: number
}

/** What a statement pays for work received under one registration number, or under none. */
export interface RegistrationPart {
  registrationNumber: string | null
  /** The first and the last day of receipt. */
  fromOn: string
  toOn: string
  feeYen: number
  taxYen: number
}

/**
 * A statement by registration number, as its day of purchase decides (仕入明細書; 経過措置): nearly always one part. The tax is the
 * statement's, rounded once; each part but the last has its own rounded down, the last one what is left. Without a number last.
 */
export function registrationParts(
  lines: readonly RegisteredLine[],
  tax: { taxYen: number; taxRateBp: number },
): RegistrationPart[] {
  const sorted = lines.toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1))
  const numbers = [...new Set(sorted.map(({ registrationNumber }) => registrationNumber))]
  const ordered = [...numbers.filter((each) => each !== null), ...numbers.filter((each) => each === null)]
  const parts = ordered.map((registrationNumber) => {
    const own = sorted.filter((line) => line.registrationNumber === registrationNumber)
    const feeYen = sumYen(own.map(({ amountYen }) => amountYen))
    const days = { fromOn: own[0]?.receivedOn ?? '', toOn: own.at(-1)?.receivedOn ?? '' }
    return { registrationNumber, ...days, feeYen, taxYen: taxOnYen(feeYen, tax.taxRateBp) }
  })
  const last = parts.at(-1)
  if (last) last.taxYen = sumYen([tax.taxYen, ...parts.slice(0, -1).map(({ taxYen }) => -taxYen)])
  return parts
}
