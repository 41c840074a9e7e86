/** Whole percents that sum to 100, as even as they can be; the first teams get what does not divide. */
export function evenShares(teams: number): number[] {
  if (teams === 0) return []
  const base = Math.floor(100 / teams)
  return Array.from({ length: teams }, (_, index) => base + (index < 100 % teams ? 1 : 0))
}

/** The sum of the percents, exact to the hundredth. */
export function sumOfShares(percents: readonly number[]): number {
  return percents.reduce((sum, percent) => sum + shareBpOf(percent), 0) / 100
}

/** Hundredths of a percent, as the server takes shares: 33.33 → 3333. */
export function shareBpOf(percent: number): number {
  return Math.round(percent * 100)
}

/** How many of the tasks each share gets, by the largest remainder as on the server: exact when the shares sum to 100. */
export function tasksOfShares(tasks: number, percents: readonly number[]): number[] {
  const due = percents.map((percent, index) => {
    const exact = tasks * shareBpOf(percent)
    return { index, count: Math.floor(exact / 10_000), rest: exact % 10_000 }
  })
  const left = tasks - due.reduce((sum, { count }) => sum + count, 0)
  const lucky = new Set(
    [...due]
      .sort((a, b) => b.rest - a.rest || a.index - b.index)
      .slice(0, Math.max(0, left))
      .map(({ index }) => index),
  )
  return due.map(({ index, count, rest }) => count + (rest > 0 && lucky.has(index) ? 1 : 0))
}
