/** The first clause number that appears twice, or null. Numbers are compared as printed. */
export function duplicateNumber(clauses: readonly { number: string }[]): string | null {
  const seen = new Set<string>()
  for (const { number } of clauses) {
    if (seen.has(number)) return number
    seen.add(number)
  }
  return null
}
