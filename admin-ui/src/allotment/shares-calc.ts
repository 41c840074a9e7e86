/** Whole percents that sum to 100, as even as they can be; the first teams get what does not divide. */
export function evenShares(teams: number): number[] {
  if (teams === 0) return []
  const base = Math.floor(100 / teams)
  return Array.from({ length: teams }, (_, index) => base + (index < 100 % teams ? 1 : 0))
}

/** The sum of the percents, exact to the hundredth. */
export function sumOfShares(percents: readonly number[]): number {
  return percents.reduce((sum, percent) => sum + Math.round(percent * 100), 0) / 100
}
