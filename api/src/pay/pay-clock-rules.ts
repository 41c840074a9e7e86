import { addDays, sixtyDayLimit } from '../kernel/japan-day.ts'

/** How urgent a month's pay is: `soon` begins 15 days before the pay day, and so 19 days or more before day 60. */
export interface PayClock {
  alarm: 'soon' | 'now' | 'late'
  /** By law the last day for what was received on the month's first day (Act 25 of 2023, Art. 4). */
  limitOn: string
}

/** Whether somebody must be told that people of a month still wait for their pay; null while there is time, or nobody waits. */
export function payClock(month: { month: string; payOn: string; unpaid: number; today: string }): PayClock | null {
  const { payOn, unpaid, today } = month
  const within = (days: number) => today >= addDays(payOn, -days)
  if (unpaid === 0 || !within(15)) return null
  const alarm = today > payOn ? 'late' : within(5) ? 'now' : 'soon'
  return { alarm, limitOn: sixtyDayLimit(`${month.month}-01`) }
}
