/** Shows the first lines where two texts part, as `line N`, what was expected and what is there. */
export function firstDifference(committed: string, expected: string): string {
  const before = committed.split('\n')
  const after = expected.split('\n')
  const at = after.findIndex((line, index) => line !== before[index])
  const index = at === -1 ? after.length : at
  return [
    `  line ${index + 1}`,
    `  committed: ${before[index] ?? '(the file ends here)'}`,
    `  expected:  ${after[index] ?? '(the file ends here)'}`,
  ].join('\n')
}
