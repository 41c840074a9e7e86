import { type PayTerms, workerPayYen as payOnce } from '@tsumugi/kit/contract/pay-kind.ts'

/** What is typed into a quote; shares in percent. */
export interface QuoteInput extends PayTerms {
  secondsPerUnit: number
  reviewPercent: number
  overheadPercent: number
  priceYen: number
}

/** What a quote comes to, in yen. */
export type QuoteFigures = ReturnType<typeof quoteFigures>

/** What a quote comes to while it is typed, rounded down as the server does; the server reckons again and its figures are kept. */
export function quoteFigures(quote: QuoteInput, units: number, taxRateBp: number) {
  const workerPayYen = payOnce(quote, units, payForMinutes)
  const reviewPayYen = shareOf(workerPayYen, basisPoints(quote.reviewPercent))
  const overheadYen = shareOf(workerPayYen + reviewPayYen, basisPoints(quote.overheadPercent))
  const costYen = workerPayYen + reviewPayYen + overheadYen
  return {
    workerPayYen,
    reviewPayYen,
    overheadYen,
    costYen,
    priceYen: quote.priceYen,
    marginYen: quote.priceYen - costYen,
    totalYen: quote.priceYen + shareOf(quote.priceYen, taxRateBp),
    hourlyYen:
      quote.payKind === 'per_hour'
        ? quote.unitPayYen
        : Math.floor((workerPayYen * 3600) / Math.max(1, quote.secondsPerUnit * units)),
  }
}

/** Hundredths of a percent: 12.5 → 1250. */
export function basisPoints(percent: number): number {
  return Math.round(percent * 100)
}

function shareOf(yen: number, shareBp: number): number {
  return Math.floor((yen * shareBp) / 10_000)
}

function payForMinutes(minutes: number, yenPerHour: number): number {
  return Math.ceil((minutes * yenPerHour) / 60)
}
