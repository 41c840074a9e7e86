/** What a team is to get, in hundredths of a percent. */
export interface Share {
  teamId: string
  shareBp: number
}

/** A run of tasks by their place among those still held: from inclusive, to exclusive. */
export interface AllottedRun extends Share {
  from: number
  to: number
}

const wholeBp = 10_000

/** How far the shares are from a whole: their sum in basis points, or null when they are exactly 100 %. */
export function wrongSum(shares: readonly Share[]): number | null {
  const sum = shares.reduce((total, share) => total + share.shareBp, 0)
  return sum === wholeBp ? null : sum
}

/** The place of the first share that names a team a second time, or null. */
export function doubledTeam(shares: readonly Share[]): number | null {
  const place = shares.findIndex((share, index) => shares.findIndex((other) => other.teamId === share.teamId) < index)
  return place === -1 ? null : place
}

/**
 * Cuts `tasks` tasks into one run per share by the largest remainder, in the order of the shares:
 * everybody gets the whole part of what is due, and what is left goes one each to the largest fractions
 * (the earlier share first when they are equal). The shares sum to 100 %.
 */
export function allotRuns(shares: readonly Share[], tasks: number): AllottedRun[] {
  const due = shares.map((share, index) => {
    const exact = tasks * share.shareBp
    return { index, count: Math.floor(exact / wholeBp), rest: exact % wholeBp }
  })
  const left = tasks - due.reduce((total, { count }) => total + count, 0)
  const lucky = new Set(
    [...due]
      .sort((a, b) => b.rest - a.rest || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index),
  )
  let from = 0
  return shares.map((share, index) => {
    const to = from + (due[index]?.count ?? 0) + (lucky.has(index) ? 1 : 0)
    const run = { ...share, from, to }
    from = to
    return run
  })
}
