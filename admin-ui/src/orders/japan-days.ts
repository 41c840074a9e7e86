/** The day it is in Japan, `2026-11-20`, wherever the device thinks it is. */
export function todayInJapan(now = Date.now()): string {
  return new Date(now + 9 * 3_600_000).toISOString().slice(0, 10)
}

/** Whole days from one day to another: 1 for tomorrow, below zero for days gone by. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
