/** What is typed into a quote; shares in percent. */
interface QuoteInput {
  secondsPerUnit: number
  unitPayYen: number
  reviewPercent: number
  overheadPercent: number
  priceYen: number
}

/** For the screen while typing only; the server reckons with the rate of the day and its figures are kept. */
const taxPercent = 10

/** What a quote comes to, in yen, rounded down as the server does. */
export function quoteFigures(quote: QuoteInput, units: number) {
  const workerPayYen = quote.unitPayYen * units
  const reviewPayYen = percentOf(workerPayYen, quote.reviewPercent)
  const overheadYen = percentOf(workerPayYen + reviewPayYen, quote.overheadPercent)
  const costYen = workerPayYen + reviewPayYen + overheadYen
  return {
    workerPayYen,
    reviewPayYen,
    overheadYen,
    costYen,
    marginYen: quote.priceYen - costYen,
    totalYen: quote.priceYen + percentOf(quote.priceYen, taxPercent),
    hourlyYen: Math.floor((quote.unitPayYen * 3600) / Math.max(1, quote.secondsPerUnit)),
  }
}

function percentOf(yen: number, percent: number): number {
  return Math.floor((yen * Math.round(percent * 100)) / 10_000)
}
