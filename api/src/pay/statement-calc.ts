import { sumYen, taxOnYen } from '../kernel/yen.ts'
import { type Ko1Rates, ko1Withheld } from './withholding-calc.ts'

/** The rates a month's statements are made with. */
export interface PayRates {
  /** Consumption tax at the end of the month. */
  taxRateBp: number
  /** Withholding on the day of the payment. */
  ko1: Ko1Rates
}

/** One person's pay for a month before tax. */
export interface PersonPay {
  personId: string
  personName: string
  lines: number
  /** Sum of the lines, tax exclusive. */
  feeYen: number
  /** The part of it that is subject to withholding under 所得税法 204条1項1号. */
  ko1Yen: number
}

/** What a statement says in the end. */
export interface StatementAmounts {
  feeYen: number
  /** What is withheld from, tax exclusive: the statement shows the tax apart. */
  withholdingBaseYen: number
  taxYen: number
  withheldYen: number
  transferYen: number
}

/**
 * Tax is rounded down once for the whole statement (消費税法施行令 70条の10), never line by line. Income tax is withheld from the
 * sum of a person's fees of that kind in the payment. The transfer fee is the orderer's, whatever is agreed.
 */
export function statementAmounts(
  { feeYen, ko1Yen }: Pick<PersonPay, 'feeYen' | 'ko1Yen'>,
  rates: PayRates,
): StatementAmounts {
  const taxYen = taxOnYen(feeYen, rates.taxRateBp)
  const withholdingBaseYen = Math.max(0, ko1Yen)
  const withheldYen = ko1Withheld(withholdingBaseYen, rates.ko1)
  return { feeYen, withholdingBaseYen, taxYen, withheldYen, transferYen: sumYen([feeYen, taxYen, -withheldYen]) }
}

/** Everybody's amounts as one text, the same for the same amounts: what is proposed is what is approved and closed. */
export function payInOneText(month: string, people: readonly PersonPay[], rates: PayRates): string {
  const sorted = [...people].sort((a, b) => (a.personId < b.personId ? -1 : 1))
  return JSON.stringify([month, rates, sorted.map((each) => [each.personId, each.lines, each.feeYen, each.ko1Yen])])
}

type Sums = Omit<StatementAmounts, 'withholdingBaseYen'> & { lines: number }

/** The sums under a list of people's amounts. */
export function totalsOf(people: readonly Sums[]) {
  const sum = (of: (each: Sums) => number) => sumYen(people.map(of))
  return {
    people: people.length,
    lines: sum(({ lines }) => lines),
    feeYen: sum(({ feeYen }) => feeYen),
    taxYen: sum(({ taxYen }) => taxYen),
    withheldYen: sum(({ withheldYen }) => withheldYen),
    transferYen: sum(({ transferYen }) => transferYen),
  }
}
