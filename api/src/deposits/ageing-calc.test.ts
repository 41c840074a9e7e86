import { expect, test } from 'vitest'
import { ageOf } from './ageing-calc.ts'

test('what is due today is not overdue; 30, 60 and 90 days belong to the younger column', () => {
  const open = [
    '2026-11-21',
    '2026-11-20',
    '2026-10-22',
    '2026-10-21',
    '2026-09-22',
    '2026-09-21',
    '2026-08-23',
    '2026-08-22',
  ].map((dueOn, at) => ({ dueOn, openYen: 10 ** at }))
  expect(ageOf(open, '2026-11-21')).toEqual({
    notDueYen: 1,
    to30Yen: 110,
    to60Yen: 11_000,
    to90Yen: 1_100_000,
    over90Yen: 10_000_000,
    openYen: 11_111_111,
  })
})
