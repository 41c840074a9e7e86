import { sumYen, taxOnYen } from '../kernel/yen.ts'

/** One person's pay for a month before tax. */
export interface PersonPay {
  personId: string
  personName: string
  lines: number
  /** Sum of the lines, tax exclusive. */
  feeYen: number
}

/** What a statement says in the end. */
export interface StatementAmounts {
  feeYen: number
  taxYen: number
  withheldYen: number
  transferYen: number
}

/**
 * Tax is rounded down once for the whole statement (消費税法施行令 70条の10), never line by line. Nothing is withheld:
 * annotation is not in the closed list of 所得税法 204条. The transfer fee is the orderer's, whatever is agreed.
 */
export function statementAmounts(feeYen: number, taxRateBp: number): StatementAmounts {
  const taxYen = taxOnYen(feeYen, taxRateBp)
  const withheldYen = 0
  return { feeYen, taxYen, withheldYen, transferYen: sumYen([feeYen, taxYen, -withheldYen]) }
}

/** Everybody's amounts as one text, the same for the same amounts: what is proposed is what is approved and closed. */
export function payInOneText(month: string, people: readonly PersonPay[], taxRateBp: number): string {
  const sorted = [...people].sort((a, b) => (a.personId < b.personId ? -1 : 1))
  return JSON.stringify([month, taxRateBp, sorted.map(({ personId, lines, feeYen }) => [personId, lines, feeYen])])
}

/** The sums under a list of people's amounts. */
export function totalsOf(people: readonly (StatementAmounts & { lines: number })[]) {
  const sum = (of: (each: StatementAmounts & { lines: number }) => number) => sumYen(people.map(of))
  return {
    people: people.length,
    lines: sum(({ lines }) => lines),
    feeYen: sum(({ feeYen }) => feeYen),
    taxYen: sum(({ taxYen }) => taxYen),
    withheldYen: sum(({ withheldYen }) => withheldYen),
    transferYen: sum(({ transferYen }) => transferYen),
  }
}
