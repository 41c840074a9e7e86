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

/** Part of an order: what was paid and came in. */
interface Portion {
  key: string
  pays: readonly PayFact[]
  revenueYen: number
}

/** An order's parts by some group: overhead and tax are reckoned once for the order and shared out, so that every view has one sum. */
export function partsOfOrder(portions: readonly Portion[], overheadBp: number): Part[] {
  const own = portions.map(({ key, pays, revenueYen }) => partOf(key, pays, revenueYen, overheadBp))
  const pays = portions.flatMap((portion) => portion.pays)
  const whole = partOf('', pays, sumYen(portions.map(({ revenueYen }) => revenueYen)), overheadBp)
  const overheads = spread(
    whole.overheadYen,
    own.map(({ workerPayYen, reviewPayYen }) => workerPayYen + reviewPayYen),
  )
  const taxes = spread(
    whole.uncreditedTaxYen,
    portions.map((portion) =>
      portion.pays.reduce(
        (sum, { amountYen, taxRateBp, creditBp }) => sum + amountYen * taxRateBp * (10_000 - creditBp),
        0,
      ),
    ),
  )
  return own.map((part, at) => ({
    ...part,
    overheadYen: overheads?.[at] ?? part.overheadYen,
    uncreditedTaxYen: taxes?.[at] ?? part.uncreditedTaxYen,
  }))
}

/** A sum by weight, to the yen; null where a part is less than nothing and each stands for itself. */
function spread(totalYen: number, weights: readonly number[]): number[] | null {
  const isShared = totalYen >= 0 && weights.every((weight) => weight >= 0) && weights.some((weight) => weight > 0)
  return isShared ? splitYen(totalYen, weights) : null
}

/** An order's parts by month. */
export function partsByMonth(pays: readonly PayFact[], revenues: readonly RevenueFact[], overheadBp: number): Part[] {
  const months = [...new Set([...pays, ...revenues].map(({ month }) => month))]
  const portions = months.map((key) => ({
    key,
    pays: pays.filter(({ month }) => month === key),
    revenueYen: sumYen(revenues.filter(({ month }) => month === key).map(({ amountYen }) => amountYen)),
  }))
  return partsOfOrder(portions, overheadBp)
}

/** An order's parts by team: revenue is shared as the pay of work is, to the yen; without pay nobody's. */
export function partsByTeam(pays: readonly PayFact[], revenueYen: number, overheadBp: number): Part[] {
  const teams = [...new Set(pays.map(({ teamId }) => teamId ?? ''))]
  const paysOf = teams.map((team) => pays.filter(({ teamId }) => (teamId ?? '') === team))
  const weights = paysOf.map((of) => Math.max(0, sumYen(of.map(({ amountYen }) => amountYen))))
  if (revenueYen <= 0 || sumYen(weights) === 0) {
    const portions = paysOf.map((of, at) => ({ key: teams[at] ?? '', pays: of, revenueYen: 0 }))
    const nobodys = revenueYen === 0 ? [] : [{ key: '', pays: [], revenueYen }]
    return partsOfOrder([...portions, ...nobodys], overheadBp)
  }
  const shares = splitYen(revenueYen, weights)
  return partsOfOrder(
    paysOf.map((of, at) => ({ key: teams[at] ?? '', pays: of, revenueYen: shares[at] ?? 0 })),
    overheadBp,
  )
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
