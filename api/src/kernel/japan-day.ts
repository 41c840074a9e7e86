import holidays from '@holiday-jp/holiday_jp'
import { assert } from './assert.ts'

// Calendar days in Japan as `YYYY-MM-DD` strings. Japan has had no daylight saving since 1952: JST is UTC+9.
const jstOffsetMs = 9 * 3_600_000

/** The day it is in Japan at an instant. */
export function japanDay(instant: Date): string {
  return new Date(instant.getTime() + jstOffsetMs).toISOString().slice(0, 10)
}

/** Minutes since midnight in Japan at an instant, 0 to 1439. */
export function minuteInJapan(instant: Date): number {
  return Math.floor((instant.getTime() + jstOffsetMs) / 60_000) % 1440
}

/** The month it is in Japan at an instant, `2026-11`. */
export function japanMonth(instant: Date): string {
  return japanDay(instant).slice(0, 7)
}

/** The days a month reaches from (inclusive) and to (exclusive). */
export function monthDays(month: string): { from: string; to: string } {
  return { from: `${month}-01`, to: addMonths(`${month}-01`, 1) }
}

/** The instants a Japanese month reaches from (inclusive) and to (exclusive). */
export function monthBounds(month: string): { from: Date; to: Date } {
  const { from, to } = monthDays(month)
  return { from: dayStart(from), to: dayStart(to) }
}

/** Midnight in Japan at the start of a day. */
export function dayStart(day: string): Date {
  return new Date(asUtc(day).getTime() - jstOffsetMs)
}

export function addDays(day: string, days: number): string {
  return isoDay(new Date(asUtc(day).getTime() + days * 86_400_000))
}

/** The last day of the month a day lies in. */
export function monthEnd(day: string): string {
  return addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1)
}

/** Is the bank open: not Saturday, Sunday, a national holiday or 31 December to 3 January (銀行法施行令 5条). */
export function isBankDay(day: string): boolean {
  const weekday = asUtc(day).getUTCDay()
  const monthDay = day.slice(5)
  if (weekday === 0 || weekday === 6) return false
  if (['12-31', '01-01', '01-02', '01-03'].includes(monthDay)) return false
  return !(day in holidays.holidays)
}

/** The day itself when banks are open, else the last open day before it. */
export function bankDayOnOrBefore(day: string): string {
  let candidate = day
  while (!isBankDay(candidate)) candidate = addDays(candidate, -1)
  return candidate
}

/** A day so many months later, in the month's last days at most: 31 January and one month is the end of February. */
export function dayInMonth(day: string, monthsLater: number, dayOfMonth: number): string {
  const first = addMonths(`${day.slice(0, 7)}-01`, monthsLater)
  const wanted = addDays(first, dayOfMonth - 1)
  const last = monthEnd(first)
  return wanted < last ? wanted : last
}

/** The day itself when banks are open, else the next open day. */
export function bankDayOnOrAfter(day: string): string {
  let candidate = day
  while (!isBankDay(candidate)) candidate = addDays(candidate, 1)
  return candidate
}

/** The last day to pay withheld income tax over: the 10th of the month after the payment, or the next open day (国税通則法 10条2項). */
export function withholdingDueFor(paidOn: string): string {
  return bankDayOnOrAfter(`${addMonths(`${paidOn.slice(0, 7)}-01`, 1).slice(0, 7)}-10`)
}

/** Pay for what was received in a month: the 25th of the next, or the previous bank day (at most 56 days after receipt). */
export function payDayFor(receivedOn: string): string {
  return bankDayOnOrBefore(`${addMonths(`${receivedOn.slice(0, 7)}-01`, 1).slice(0, 7)}-25`)
}

/** The last lawful day to pay, counting the day of receipt as day 1 (Act 25 of 2023, Art. 4: 60 days). */
export function sixtyDayLimit(receivedOn: string): string {
  return addDays(receivedOn, 59)
}

/** The day a DATE column holds: Prisma gives and takes it as midnight UTC. */
export function isoDayOf(date: Date): string {
  return isoDay(date)
}

/** A day as a DATE column takes it. */
export function dateOfDay(day: string): Date {
  return asUtc(day)
}

function addMonths(firstOfMonth: string, months: number): string {
  const date = asUtc(firstOfMonth)
  return isoDay(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)))
}

function asUtc(day: string): Date {
  const date = new Date(`${day}T00:00:00Z`)
  assert(!Number.isNaN(date.getTime()) && isoDay(date) === day, `${day} is not a day`)
  return date
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
