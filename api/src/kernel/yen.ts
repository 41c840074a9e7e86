import { assert } from './assert.ts'

// The only file that rounds money. Yen are integers; basis points are hundredths of a percent.

/** How a fraction of a yen goes. The law leaves the way open; ours is down unless a document says another. */
export type Rounding = 'floor' | 'half_up' | 'ceil'

/** Part of an amount, rounded down to the yen (1 円未満切捨て). */
export function shareOfYen(amountYen: number, shareBp: number): number {
  return quotientYen(amountYen, shareBp, 10_000)
}

/** Consumption tax on a tax-exclusive amount, rounded once per document and rate (消費税法施行令 70条の10). */
export function taxOnYen(exclusiveYen: number, rateBp: number, rounding: Rounding = 'floor'): number {
  return quotientYen(exclusiveYen, rateBp, 10_000, rounding)
}

/** Consumption tax within a tax-inclusive amount, rounded once per document and rate. */
export function taxInYen(inclusiveYen: number, rateBp: number, rounding: Rounding = 'floor'): number {
  return quotientYen(inclusiveYen, rateBp, 10_000 + rateBp, rounding)
}

/** Pay for time at a rate, rounded up to the yen: never less than agreed. */
export function payForMinutes(minutes: number, yenPerHour: number): number {
  const amount = Math.ceil((minutes * yenPerHour) / 60)
  assertYen(amount)
  return amount
}

/** How many whole minutes a sum pays for at a rate. */
export function minutesFor(amountYen: number, yenPerHour: number): number {
  assertYen(amountYen)
  return Math.floor((amountYen * 60) / yenPerHour)
}

/**
 * SQL of pay for active time at a rate: a begun minute counts, and the amount is rounded up to the yen.
 * @param seconds SQL of the seconds
 * @param yenPerHour SQL of the rate
 */
export function payForSecondsSql(seconds: string, yenPerHour: string): string {
  return `ceil(ceil((${seconds}) / 60.0) * (${yenPerHour}) / 60)::int`
}

/**
 * Cuts a whole into parts by weight: the parts sum exactly to the whole. What rounding down leaves goes yen by yen to
 * the largest remainders, among equal ones to who comes first.
 */
export function splitYen(totalYen: number, weights: readonly number[]): number[] {
  assertYen(totalYen)
  assert(totalYen >= 0, `${totalYen} yen cannot be split`)
  const all = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  assert(all > 0n, 'somebody must get the whole')
  const cuts = weights.map((weight, at) => ({ at, exact: BigInt(totalYen) * BigInt(weight) }))
  const parts = cuts.map(({ exact }) => Number(exact / all))
  const byRemainder = cuts.toSorted((a, b) => Number((b.exact % all) - (a.exact % all)) || a.at - b.at)
  let left = totalYen - sumYen(parts)
  for (const { at } of byRemainder) {
    if (left === 0) break
    parts[at] = (parts[at] ?? 0) + 1
    left -= 1
  }
  return parts
}

/** What an hour brings, rounded down: `floor(fee × 3600 / seconds)`. Null when no time is known. */
export function yenPerHour(feeYen: number, seconds: number): number | null {
  assertYen(feeYen)
  return seconds > 0 ? Math.floor((feeYen * 3600) / seconds) : null
}

/** The average of amounts by weight, rounded up to the yen; null without weight. */
export function averageYenUp(parts: readonly { amountYen: number; weight: number }[]): number | null {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0)
  if (weight === 0) return null
  const weighted = parts.reduce((sum, part) => sum + BigInt(part.amountYen) * BigInt(part.weight), 0n)
  const divisor = BigInt(weight)
  return yenFromBigInt((weighted + divisor - 1n) / divisor)
}

/** The amount below which so many percent lie, by nearest rank: always one that was given. */
export function quantileYen(amounts: readonly number[], percent: number): number {
  const rank = Math.max(1, Math.ceil((amounts.length * percent) / 100))
  const amount = amounts.toSorted((a, b) => a - b)[rank - 1]
  assert(amount !== undefined, 'of nothing there is no quantile')
  return amount
}

/** A sum that must stay an exact integer. */
export function sumYen(amounts: Iterable<number>): number {
  let total = 0
  for (const amount of amounts) total += amount
  assertYen(total)
  return total
}

/** bigint from the ledger to number, refused where it would lose a yen. */
export function yenFromBigInt(amount: bigint): number {
  const yen = Number(amount)
  assertYen(yen)
  return yen
}

/** `amount × times ÷ by`. An amount below zero is rounded as its opposite is, so that a correction undoes it to the yen. */
function quotientYen(amountYen: number, times: number, by: number, rounding: Rounding = 'floor'): number {
  assertYen(amountYen)
  assert(Number.isSafeInteger(times) && times >= 0, `${times} is not a rate`)
  const size = BigInt(Math.abs(amountYen)) * BigInt(times)
  const divisor = BigInt(by)
  const up = { floor: 0n, half_up: divisor / 2n, ceil: divisor - 1n }[rounding]
  const rounded = yenFromBigInt((size + up) / divisor)
  return amountYen < 0 && rounded > 0 ? -rounded : rounded
}

function assertYen(amount: number): void {
  assert(Number.isSafeInteger(amount), `${amount} is not a whole number of yen`)
}
