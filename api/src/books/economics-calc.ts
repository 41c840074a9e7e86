import { shareOfYen, splitYen, sumYen, taxOnYen } from '../kernel/yen.ts'
import { uncreditedTaxYen } from '../tax/consumption-tax-calc.ts'

/** Pay of one order that lies with one team, was posted in one month and is credited in one way. */
export interface PayFact {
  orderId: string
  teamId: string | null
  month: string
  isReview: boolean
  /** Share of its tax that is credited: all of it from a registered supplier. */
  creditBp: number
  taxRateBp: number
  amountYen: number
}

/** What an order earned in a month, before tax. */
export interface RevenueFact {
  orderId: string
  month: string
  amountYen: number
}

/** An order with what its agreed quote says. */
export interface OrderFact {
  id: string
  name: string
  clientId: string
  clientName: string
  overheadBp: number
}

/** What came in, what it cost, and what is left. */
export interface Economics {
  revenueYen: number
  workerPayYen: number
  reviewPayYen: number
  overheadYen: number
  uncreditedTaxYen: number
  marginYen: number
}

/** A part of an order's money with the group it belongs to. */
export interface Part extends Omit<Economics, 'marginYen'> {
  key: string
}

/** Tax on pay that cannot be credited, each kind of supplier and day rounded once. */
export function uncreditedOf(pays: readonly PayFact[]): number {
  const kinds = new Map<string, number>()
  for (const { taxRateBp, creditBp, amountYen } of pays) {
    const key = `${taxRateBp} ${creditBp}`
    kinds.set(key, sumYen([kinds.get(key) ?? 0, amountYen]))
  }
  return sumYen(
    [...kinds].map(([key, amountYen]) => {
      const [taxRateBp = 0, creditBp = 0] = key.split(' ').map(Number)
      const taxYen = taxOnYen(amountYen, taxRateBp)
      return uncreditedTaxYen(taxYen, shareOfYen(taxYen, creditBp))
    }),
  )
}

/** What one order's pay and revenue come to. */
export function partOf(key: string, pays: readonly PayFact[], revenueYen: number, overheadBp: number): Part {
  const sumOf = (isReview: boolean) =>
    sumYen(pays.filter((pay) => pay.isReview === isReview).map(({ amountYen }) => amountYen))
  const [workerPayYen, reviewPayYen] = [sumOf(false), sumOf(true)]
  return {
    key,
    revenueYen,
    workerPayYen,
    reviewPayYen,
    overheadYen: shareOfYen(sumYen([workerPayYen, reviewPayYen]), overheadBp),
    uncreditedTaxYen: uncreditedOf(pays),
  }
}

/** An order's parts by team: revenue is shared as the pay of work is, to the yen; without pay nobody's. */
export function partsByTeam(pays: readonly PayFact[], revenueYen: number, overheadBp: number): Part[] {
  const teams = [...new Set(pays.map(({ teamId }) => teamId ?? ''))]
  const paysOf = teams.map((team) => pays.filter(({ teamId }) => (teamId ?? '') === team))
  const weights = paysOf.map((of) => Math.max(0, sumYen(of.map(({ amountYen }) => amountYen))))
  if (revenueYen <= 0 || sumYen(weights) === 0) {
    return [
      ...paysOf.map((of, at) => partOf(teams[at] ?? '', of, 0, overheadBp)),
      ...(revenueYen === 0 ? [] : [partOf('', [], revenueYen, overheadBp)]),
    ]
  }
  const shares = splitYen(revenueYen, weights)
  return paysOf.map((of, at) => partOf(teams[at] ?? '', of, shares[at] ?? 0, overheadBp))
}

/** Sums parts of one key, and what is left. */
export function economicsOf(parts: readonly Omit<Part, 'key'>[]): Economics {
  const sum = (of: (part: Omit<Part, 'key'>) => number) => sumYen(parts.map(of))
  const [revenueYen, workerPayYen, reviewPayYen] = [
    sum((part) => part.revenueYen),
    sum((part) => part.workerPayYen),
    sum((part) => part.reviewPayYen),
  ]
  const [overheadYen, uncredited] = [sum((part) => part.overheadYen), sum((part) => part.uncreditedTaxYen)]
  const marginYen = sumYen([revenueYen, -workerPayYen, -reviewPayYen, -overheadYen, -uncredited])
  return { revenueYen, workerPayYen, reviewPayYen, overheadYen, uncreditedTaxYen: uncredited, marginYen }
}
