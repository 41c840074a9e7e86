import { sumYen } from '../kernel/yen.ts'

/** What one statement pays. */
export interface DueMonth {
  month: string
  /** The pay day (支払期日): what it pays is certain from then on. */
  payOn: string
  /** When the bank sent it; null while it is unpaid. */
  paidOn: string | null
  /** Tax exclusive. */
  feeYen: number
  /** The part of it under 所得税法 204条1項1号. */
  baseYen: number
  taxYen: number
  withheldYen: number
  transferYen: number
}

/** Sums over statements. */
export interface DueSums extends Omit<DueMonth, 'month' | 'payOn' | 'paidOn'> {
  months: number
  /** What of it is unpaid (内書き of a 支払調書, 所得税法施行規則 別表第五(八)). */
  unpaid: { baseYen: number; withheldYen: number; transferYen: number }
  /** Fees of 204条1項1号 above 50,000 yen in the year need a 支払調書. */
  needsReport: boolean
}

/** 支払調書 is needed above this, per person and calendar year (所得税法施行規則 84条2項). */
const reportAboveYen = 50_000

/** What statements come to. */
export function dueSums(months: readonly DueMonth[]): DueSums {
  const sum = (of: (each: DueMonth) => number, among = months) => sumYen(among.map(of))
  const unpaid = months.filter(({ paidOn }) => paidOn === null)
  const baseYen = sum((each) => each.baseYen)
  return {
    months: months.length,
    feeYen: sum(({ feeYen }) => feeYen),
    baseYen,
    taxYen: sum(({ taxYen }) => taxYen),
    withheldYen: sum(({ withheldYen }) => withheldYen),
    transferYen: sum(({ transferYen }) => transferYen),
    unpaid: {
      baseYen: sum((each) => each.baseYen, unpaid),
      withheldYen: sum(({ withheldYen }) => withheldYen, unpaid),
      transferYen: sum(({ transferYen }) => transferYen, unpaid),
    },
    needsReport: baseYen > reportAboveYen,
  }
}

/** A year's fees by kind of withholding, those that are withheld from first; only kinds with something. */
export function byCategory(months: readonly DueMonth[]) {
  const { feeYen, baseYen, withheldYen } = dueSums(months)
  return [
    { category: 'ko1' as const, feeYen: baseYen, withheldYen },
    { category: 'none' as const, feeYen: sumYen([feeYen, -baseYen]), withheldYen: 0 },
  ].filter((each) => each.feeYen !== 0)
}

/** Years of pay days with their sums, the newest first. */
export function byYear(months: readonly DueMonth[]): ({ year: string } & DueSums)[] {
  const years = [...new Set(months.map(({ payOn }) => payOn.slice(0, 4)))].sort().reverse()
  return years.map((year) => ({ year, ...dueSums(months.filter(({ payOn }) => payOn.startsWith(year))) }))
}
