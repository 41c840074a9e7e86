/** One thing measured against another in the same run, and what it should come to. */
export interface Ratio {
  /** A sentence: what against what. */
  what: string
  ratio: number
  /** The worst value that is still right; give the one of the two that fits. */
  atLeast?: number
  atMost?: number
  /** Absolute figures and circumstances, for the reader. */
  note?: string
}

const mark = 'RATIO '

/** Prints one measured ratio; `npm run bench` collects them all. */
export function printRatio(measured: Ratio): void {
  console.log(mark + JSON.stringify(measured))
}

/** Reads a line back when `printRatio` wrote it. */
export function readRatio(line: string): Ratio | null {
  return line.startsWith(mark) ? (JSON.parse(line.slice(mark.length)) as Ratio) : null
}

/** How far from right: above 1 is too bad, and the larger the worse. */
export function badness({ ratio, atLeast, atMost }: Ratio): number {
  if (atLeast !== undefined) return ratio > 0 ? atLeast / ratio : Number.POSITIVE_INFINITY
  return atMost !== undefined ? ratio / atMost : 0
}

/** One line for people. */
export function ratioLine(measured: Ratio): string {
  const { what, ratio, atLeast, atMost, note } = measured
  const limit = atLeast !== undefined ? `at least ${atLeast}` : `at most ${atMost ?? 'any'}`
  const verdict = badness(measured) > 1 ? 'MISSED' : 'ok'
  return `${ratio.toFixed(2).padStart(8)}×  ${verdict.padEnd(6)} ${what} (${limit})${note ? ` — ${note}` : ''}`
}
