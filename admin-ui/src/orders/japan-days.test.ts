import { expect, test } from 'vitest'
import { daysBetween, todayInJapan } from './japan-days.ts'

test('the day changes at midnight in Japan', () => {
  expect(todayInJapan(Date.parse('2026-11-20T14:59:59Z'))).toBe('2026-11-20')
  expect(todayInJapan(Date.parse('2026-11-20T15:00:00Z'))).toBe('2026-11-21')
})

test('days are counted from day to day', () => {
  expect(daysBetween('2026-11-20', '2026-11-21')).toBe(1)
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
  expect(daysBetween('2026-11-20', '2026-11-20')).toBe(0)
  expect(daysBetween('2026-11-20', '2026-11-18')).toBe(-2)
})
