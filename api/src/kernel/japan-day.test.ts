import { expect, test } from 'vitest'
import {
  addDays,
  bankDayOnOrAfter,
  bankDayOnOrBefore,
  dayInMonth,
  dayStart,
  isBankDay,
  japanDay,
  japanMonth,
  monthBounds,
  monthEnd,
  payDayFor,
  sixtyDayLimit,
  withholdingDueFor,
} from './japan-day.ts'

test('the day in Japan begins at 15:00 UTC of the day before', () => {
  expect(japanDay(new Date('2026-11-20T14:59:59.999Z'))).toBe('2026-11-20')
  expect(japanDay(new Date('2026-11-20T15:00:00Z'))).toBe('2026-11-21')
  expect(japanMonth(new Date('2026-12-31T15:00:00Z'))).toBe('2027-01')
  expect(dayStart('2026-11-21').toISOString()).toBe('2026-11-20T15:00:00.000Z')
})

test('a month reaches from its first midnight in Japan to the next month’s', () => {
  const { from, to } = monthBounds('2026-12')
  expect(from.toISOString()).toBe('2026-11-30T15:00:00.000Z')
  expect(to.toISOString()).toBe('2026-12-31T15:00:00.000Z')
})

test('months end where they end, leap years too', () => {
  expect(monthEnd('2026-11-20')).toBe('2026-11-30')
  expect(monthEnd('2026-12-31')).toBe('2026-12-31')
  expect(monthEnd('2028-02-01')).toBe('2028-02-29')
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
})

test('what is no day is our mistake', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow('2026-02-30 is not a day')
})

// Act 25 of 2023, Art. 4: the day of receipt is day 1
test.each([
  ['2026-07-01', '2026-08-29', '2026-08-25', 56],
  ['2026-11-01', '2026-12-30', '2026-12-25', 55],
  ['2026-11-20', '2027-01-18', '2026-12-25', 36],
  ['2026-11-30', '2027-01-28', '2026-12-25', 26],
  ['2026-12-31', '2027-02-28', '2027-01-25', 26],
  ['2027-01-01', '2027-03-01', '2027-02-25', 56],
])('received %s: lawful until %s, paid %s, %i days counted', (receivedOn, limit, paidOn, days) => {
  expect(sixtyDayLimit(receivedOn)).toBe(limit)
  expect(payDayFor(receivedOn)).toBe(paidOn)
  expect(addDays(receivedOn, days - 1)).toBe(paidOn)
})

test('whatever day of four years something is received, it is paid on a bank day within 56 days', () => {
  for (let day = '2026-01-01'; day < '2030-01-01'; day = addDays(day, 1)) {
    const paidOn = payDayFor(day)
    expect(isBankDay(paidOn)).toBe(true)
    expect(paidOn <= addDays(day, 55)).toBe(true)
  }
})

test.each([
  ['2026-11-23', '2026-11-20'], // 勤労感謝の日
  ['2026-12-25', '2026-12-25'],
  ['2026-12-31', '2026-12-30'],
  ['2027-01-03', '2026-12-30'],
  ['2027-03-21', '2027-03-19'], // 春分の日, a Sunday
  ['2027-03-22', '2027-03-19'], // its substitute
  ['2027-04-25', '2027-04-23'],
  ['2027-05-03', '2027-04-30'],
  ['2027-07-25', '2027-07-23'],
  ['2027-09-25', '2027-09-24'],
])('the bank day on or before %s is %s', (day, before) => {
  expect(bankDayOnOrBefore(day)).toBe(before)
})

test.each([
  ['2026-11-23', '2026-11-24'],
  ['2026-12-25', '2026-12-25'],
  ['2026-12-31', '2027-01-04'],
  ['2027-01-03', '2027-01-04'],
  ['2027-03-21', '2027-03-23'],
  ['2027-04-25', '2027-04-26'],
  ['2027-05-03', '2027-05-06'],
  ['2027-07-25', '2027-07-26'],
  ['2027-09-25', '2027-09-27'],
])('the bank day on or after %s is %s', (day, after) => expect(bankDayOnOrAfter(day)).toBe(after))

test('a day of a later month is never past its end', () => {
  expect(dayInMonth('2026-11-20', 1, 25)).toBe('2026-12-25')
  expect(dayInMonth('2027-01-31', 1, 31)).toBe('2027-02-28')
  expect(dayInMonth('2026-12-01', 0, 31)).toBe('2026-12-31')
})

test('withheld income tax is due on the 10th of the next month, or when the banks open again', () => {
  expect(withholdingDueFor('2026-11-25')).toBe('2026-12-10')
  expect(withholdingDueFor('2026-12-25')).toBe('2027-01-12')
  expect(withholdingDueFor('2027-03-25')).toBe('2027-04-12')
})
