/** The month it is in Japan, `2026-11`. */
export function monthNow(): string {
  return new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7)
}

/** So many months after a month; negative goes back. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const date = new Date(Date.UTC(year, number - 1 + count, 1))
  return date.toISOString().slice(0, 7)
}
