import { assert } from '../kernel/assert.ts'
import { type Rounding, shareOfYen, sumYen, taxInYen, taxOnYen } from '../kernel/yen.ts'
import { type DatedValue, valueOn } from './dated-rate-calc.ts'

/** Whether the amounts of a document's lines hold the tax already. */
export type TaxBasis = 'exclusive' | 'inclusive'

/** What one rate of a document comes to. Always `netYen + taxYen = grossYen`. */
export interface RateTotal {
  rateBp: number
  netYen: number
  taxYen: number
  grossYen: number
}

/**
 * A document's totals, the highest rate first: each rate is rounded exactly once for the whole document, never line by
 * line (適格請求書: 消費税法施行令 70条の10).
 */
export function totalsByRate(
  lines: readonly { amountYen: number; rateBp: number }[],
  basis: TaxBasis,
  rounding: Rounding = 'floor',
): RateTotal[] {
  const rates = [...new Set(lines.map(({ rateBp }) => rateBp))].sort((a, b) => b - a)
  return rates.map((rateBp) => {
    const sum = sumYen(lines.filter((line) => line.rateBp === rateBp).map(({ amountYen }) => amountYen))
    const taxYen = basis === 'exclusive' ? taxOnYen(sum, rateBp, rounding) : taxInYen(sum, rateBp, rounding)
    const netYen = basis === 'exclusive' ? sum : sumYen([sum, -taxYen])
    return { rateBp, netYen, taxYen, grossYen: sumYen([netYen, taxYen]) }
  })
}

/** Net, tax and gross of a whole document. */
export function totalOf(totals: readonly RateTotal[]): { netYen: number; taxYen: number; grossYen: number } {
  return {
    netYen: sumYen(totals.map(({ netYen }) => netYen)),
    taxYen: sumYen(totals.map(({ taxYen }) => taxYen)),
    grossYen: sumYen(totals.map(({ grossYen }) => grossYen)),
  }
}

/**
 * Input-tax credit on a purchase. From a registered supplier all of it; from another the share in force on the day of
 * purchase (services: of completion; `dated_rate` kind `input_credit_bp`), rounded down; without a row nothing.
 */
export function inputCreditYen(purchase: {
  taxYen: number
  purchasedOn: string
  registered: boolean
  shares: readonly DatedValue[]
}): number {
  const { taxYen, purchasedOn, registered, shares } = purchase
  if (registered) return taxYen
  return shareOfYen(taxYen, valueOn(shares, purchasedOn) ?? 0)
}

/** What a month's or an order's purchases cost beyond the credit: tax paid to suppliers that cannot be deducted. */
export function uncreditedTaxYen(taxYen: number, creditYen: number): number {
  assert(creditYen <= taxYen, `${creditYen} yen are credited of ${taxYen}`)
  return sumYen([taxYen, -creditYen])
}
