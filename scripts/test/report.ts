/** What one part of the test run came to. */
export interface PartResult {
  name: string
  passed: number
  failed: number
  seconds: number
  /** Everything a reader needs about each failure. */
  failures: string[]
}

const width = 18

/** Prints the progress line of a finished part. */
export function printPart(part: PartResult): void {
  const mark = part.failed === 0 ? ' ok ' : 'FAIL'
  const counts = `${String(part.passed).padStart(5)} passed ${String(part.failed).padStart(4)} failed`
  console.log(`${mark} ${part.name.padEnd(width)}${counts} ${part.seconds.toFixed(1).padStart(7)} s`)
  // At once, so that it stands in the log of a run that is cut off; everything about it follows at the end.
  for (const failure of part.failures) console.log(`       ${failure.split('\n')[0]}`)
}

/** Prints the failures in full and then, as the last line, the counts; answers whether everything passed. */
export function printSummary(parts: PartResult[]): boolean {
  const failing = parts.filter(({ failed }) => failed > 0)
  for (const { name, failures } of failing) {
    for (const failure of failures)
      console.log(`\n── ${name} ${'─'.repeat(Math.max(4, 70 - name.length))}\n${failure.trimEnd()}`)
  }
  const sum = (pick: (part: PartResult) => number) => parts.reduce((total, part) => total + pick(part), 0)
  console.log(`\n${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`)
  return failing.length === 0
}
