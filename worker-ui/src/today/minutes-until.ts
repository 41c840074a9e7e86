const day = 1440

/** Whole minutes from an instant to a clock time in Japan (`HH:MM`), today or, when that is past, tomorrow; to five minutes. */
export function minutesUntil(clock: string, now: Date): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const wait = (hours * 60 + minutes - minuteOfDay(now) + day) % day
  return Math.max(5, Math.floor(wait / 5) * 5)
}

/** The clock time in Japan an hour from an instant, to the next quarter: a first suggestion. */
export function anHourFrom(now: Date): string {
  const at = (Math.ceil((minuteOfDay(now) + 60) / 15) * 15) % day
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

function minuteOfDay(at: Date): number {
  return (at.getUTCHours() * 60 + at.getUTCMinutes() + 9 * 60) % day
}
