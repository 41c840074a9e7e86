import { shareOfYen, sumYen } from '../kernel/yen.ts'

/** An order's money: what it earned, what it cost, and what is left. */
export interface Margin {
  revenueYen: number
  workerPayYen: number
  reviewPayYen: number
  /** The agreed quote's share of worker and review pay; not a posting. */
  overheadYen: number
  marginYen: number
}

/** What an order leaves: revenue without tax, less pay, less overhead (a share of all pay, rounded down once). */
export function marginOf(sums: {
  revenueYen: number
  workerPayYen: number
  reviewPayYen: number
  overheadBp: number
}): Margin {
  const { revenueYen, workerPayYen, reviewPayYen } = sums
  const overheadYen = shareOfYen(sumYen([workerPayYen, reviewPayYen]), sums.overheadBp)
  const marginYen = sumYen([revenueYen, -workerPayYen, -reviewPayYen, -overheadYen])
  return { revenueYen, workerPayYen, reviewPayYen, overheadYen, marginYen }
}
