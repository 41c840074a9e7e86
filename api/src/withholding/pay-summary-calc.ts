import { sumYen } from '../kernel/yen.ts'

/** What one statement paid. */
export interface PaidMonth {
  month: string
  paidOn: string
  /** Tax exclusive. */
  feeYen: number
  /** The part of it under 所得税法 204条1項1号. */
  baseYen: number
  taxYen: number
  withheldYen: number
  transferYen: number
}

/** Sums over statements. */
export interface PaidSums extends Omit<PaidMonth, 'month' | 'paidOn'> {
  months: number
  /** Fees of 204条1項1号 above 50,000 yen in the year need a 支払調書. */
  needsReport: boolean
}

/** 支払調書 is needed above this, per person and calendar year (所得税法施行規則 84条2項). */
const reportAboveYen = 50_000

/** What statements come to. */
export function paidSums(months: readonly PaidMonth[]): PaidSums {
  const sum = (of: (each: PaidMonth) => number) => sumYen(months.map(of))
  const baseYen = sum((each) => each.baseYen)
  return {
    months: months.length,
    feeYen: sum(({ feeYen }) => feeYen),
    baseYen,
    taxYen: sum(({ taxYen }) => taxYen),
    withheldYen: sum(({ withheldYen }) => withheldYen),
    transferYen: sum(({ transferYen }) => transferYen),
    needsReport: baseYen > reportAboveYen,
  }
}

/** A year's fees by kind of withholding, those that are withheld from first; only kinds with something. */
export function byCategory(months: readonly PaidMonth[]) {
  const { feeYen, baseYen, withheldYen } = paidSums(months)
  return [
    { category: 'ko1' as const, feeYen: baseYen, withheldYen },
    { category: 'none' as const, feeYen: sumYen([feeYen, -baseYen]), withheldYen: 0 },
  ].filter((each) => each.feeYen !== 0)
}

/** Years of payment with their sums, the newest first. */
export function byYear(months: readonly PaidMonth[]): ({ year: string } & PaidSums)[] {
  const years = [...new Set(months.map(({ paidOn }) => paidOn.slice(0, 4)))].sort().reverse()
  return years.map((year) => ({ year, ...paidSums(months.filter(({ paidOn }) => paidOn.startsWith(year))) }))
}
