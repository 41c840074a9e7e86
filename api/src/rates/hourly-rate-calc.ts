import { averageYenUp, payForMinutes, quantileYen, sumYen, yenPerHour } from '../kernel/yen.ts'

/** Pay for timed work of one day, tax exclusive, with the minimum wage there on that day; null where none is known. */
export interface TimedPay {
  feeYen: number
  activeSeconds: number
  wageYen: number | null
}

/** What an hour of active time brought, beside the minimum wage. */
export interface HourlyRate {
  feeYen: number
  /** Whole minutes, a begun one counted: the rate is never flattered. */
  minutes: number
  /** `floor(fees × 60 / minutes)`; null without any time. */
  yenPerHour: number | null
  /** The minimum wages of the work days, weighted by their time, rounded up; null where none is known. */
  floorYen: number | null
  /** What is missing to the floor in whole yen; 0 when the rate reaches it. */
  missingYen: number
}

/** The effective hourly rate of a run of pay. Where no minimum wage is known there is nothing to compare with. */
export function hourlyRate(parts: readonly TimedPay[]): HourlyRate {
  const feeYen = sumYen(parts.map((part) => part.feeYen))
  const minutes = wholeMinutes(parts.reduce((sum, { activeSeconds }) => sum + activeSeconds, 0))
  const floorYen = averageYenUp(
    parts.flatMap(({ wageYen, activeSeconds }) =>
      wageYen === null ? [] : [{ amountYen: wageYen, weight: activeSeconds }],
    ),
  )
  const needed = floorYen === null ? 0 : payForMinutes(minutes, floorYen)
  return {
    feeYen,
    minutes,
    yenPerHour: yenPerHour(feeYen, minutes * 60),
    floorYen,
    missingYen: Math.max(0, sumYen([needed, -feeYen])),
  }
}

/** Seconds as whole minutes; a begun minute counts. */
export function wholeMinutes(seconds: number): number {
  return Math.ceil(seconds / 60)
}

/** The middle and the lower quarter of people's rates, by nearest rank; null of nobody. */
export function spreadOf(rates: readonly number[]): { medianYen: number; p25Yen: number } | null {
  if (rates.length === 0) return null
  return { medianYen: quantileYen(rates, 50), p25Yen: quantileYen(rates, 25) }
}

/** The prefecture an address begins with; null when it begins with none of these. */
export function prefectureOf(address: string, prefectures: readonly string[]): string | null {
  return prefectures.find((prefecture) => address.startsWith(prefecture)) ?? null
}
