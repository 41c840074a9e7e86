import { assert } from './assert.ts'

// The only file that rounds money. Yen are integers; basis points are hundredths of a percent.

/** Part of an amount, rounded down to the yen (1 円未満切捨て). */
export function shareOfYen(amountYen: number, shareBp: number): number {
  assertYen(amountYen)
  return Math.floor((amountYen * shareBp) / 10_000)
}

/** Consumption tax on a tax-exclusive amount, rounded down once per document and rate (消費税法施行令 70条の10). */
export function taxOnYen(exclusiveYen: number, rateBp: number): number {
  return shareOfYen(exclusiveYen, rateBp)
}

/** What an hour brings, rounded down: `floor(fee × 3600 / seconds)`. Null when no time is known. */
export function yenPerHour(feeYen: number, seconds: number): number | null {
  assertYen(feeYen)
  return seconds > 0 ? Math.floor((feeYen * 3600) / seconds) : null
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

function assertYen(amount: number): void {
  assert(Number.isSafeInteger(amount), `${amount} is not a whole number of yen`)
}
