import { expect, test } from 'vitest'
import { decideAlarm, decisionRefusal } from './open-terms-rules.ts'

test('the day an item is decided by comes near three days before, and is past the day after', () => {
  const days = ['2026-11-16', '2026-11-17', '2026-11-20', '2026-11-21']
  expect(days.map((today) => decideAlarm('2026-11-20', today))).toEqual([null, 'soon', 'soon', 'late'])
})

test('an inspection day is a day, and not before delivery is due; a place is words', () => {
  expect(decisionRefusal('inspection_day', '2027-01-29', '2027-01-29')).toBeNull()
  expect(decisionRefusal('inspection_day', '2027-01-28', '2027-01-29')).toBe('pending_term.before_due')
  for (const value of ['来週', '2027-13-01', '2027-1-1'])
    expect(decisionRefusal('inspection_day', value, '2027-01-29')).toBe('pending_term.not_a_day')
  expect(decisionRefusal('delivery_place', '北町公民館', '2027-01-29')).toBeNull()
})
