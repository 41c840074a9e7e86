import { expect, test } from 'vitest'
import { payDayFor } from '../kernel/japan-day.ts'
import { payClock } from './pay-clock-rules.ts'

const clockOn = (today: string, unpaid = 3, month = '2026-11') =>
  payClock({ month, payOn: payDayFor(`${month}-01`), unpaid, today })

test('a month is told of 15 days before its pay day, again from 5 days before, and once the day is past', () => {
  expect(clockOn('2026-12-09')).toBeNull()
  expect(clockOn('2026-12-10')).toEqual({ alarm: 'soon', limitOn: '2026-12-30' })
  expect(clockOn('2026-12-20')?.alarm).toBe('now')
  expect(clockOn('2026-12-25')?.alarm).toBe('now')
  expect(clockOn('2026-12-26')?.alarm).toBe('late')
  expect(clockOn('2026-12-26', 0)).toBeNull()
})

test('the first alarm comes at least 19 days before day 60, in every month of two years', () => {
  for (let at = 0; at < 24; at++) {
    const month = `${2026 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
    const payOn = payDayFor(`${month}-01`)
    const limitOn = clockOn('2029-01-01', 1, month)?.limitOn ?? ''
    const firstTold = Date.parse(payOn) - 15 * 86_400_000
    expect((Date.parse(limitOn) - firstTold) / 86_400_000).toBeGreaterThanOrEqual(19)
  }
})
