import { type PayTerms, workerPayYen as payOnce } from '@tsumugi/kit/contract/pay-kind.ts'
import { payForMinutes, shareOfYen, sumYen, taxOnYen } from '../kernel/yen.ts'

/** What a quote is reckoned from; shares and rates in basis points. */
export interface QuoteTerms extends PayTerms {
  units: number
  reviewShareBp: number
  overheadBp: number
  /** Tax exclusive. */
  priceYen: number
  taxRateBp: number
}

/** Every amount of a quote, in whole yen. */
export interface QuoteAmounts {
  workerPayYen: number
  reviewPayYen: number
  overheadYen: number
  costYen: number
  /** Price less cost; below zero when the order loses money. */
  marginYen: number
  taxYen: number
  /** Price and tax: what the client pays. */
  totalYen: number
}

/**
 * Worker pay is for every unit done once; review a share of it; overhead a share of both. Shares are rounded down, tax once on the
 * whole price (消費税法施行令 70条の10).
 */
export function quoteAmounts(terms: QuoteTerms): QuoteAmounts {
  const { reviewShareBp, overheadBp, priceYen, taxRateBp } = terms
  const workerPayYen = payOnce(terms, terms.units, payForMinutes)
  const reviewPayYen = shareOfYen(workerPayYen, reviewShareBp)
  const overheadYen = shareOfYen(sumYen([workerPayYen, reviewPayYen]), overheadBp)
  const costYen = sumYen([workerPayYen, reviewPayYen, overheadYen])
  const taxYen = taxOnYen(priceYen, taxRateBp)
  return {
    workerPayYen,
    reviewPayYen,
    overheadYen,
    costYen,
    marginYen: sumYen([priceYen, -costYen]),
    taxYen,
    totalYen: sumYen([priceYen, taxYen]),
  }
}
