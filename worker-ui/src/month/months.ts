/** The month it is in Japan, `2026-11`. */
export function monthNow(): string {
  return japanDay(new Date()).slice(0, 7)
}

/** So many months after a month; negative goes back. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const date = new Date(Date.UTC(year, number - 1 + count, 1))
  return date.toISOString().slice(0, 7)
}

/** Lines by the day in Japan the work was received, newest day first; within a day as they came. */
export function linesByDay<Line extends { receivedOn: string }>(lines: readonly Line[]): [on: string, lines: Line[]][] {
  const days = new Map<string, Line[]>()
  for (const line of lines) {
    days.set(line.receivedOn, [...(days.get(line.receivedOn) ?? []), line])
  }
  return [...days].sort(([a], [b]) => (a < b ? 1 : -1))
}

function japanDay(at: Date): string {
  return new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10)
}
