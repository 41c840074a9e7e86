import type { PersonRate } from './month-rates-calc.ts'

/** What everybody who may see a rate sees of it. */
export function shownRate({ order, kind, feeYen, minutes, yenPerHour, prefecture, floorYen, missingYen }: PersonRate) {
  return { order, kind, feeYen, minutes, yenPerHour: yenPerHour ?? 0, prefecture, floorYen, missingYen }
}
