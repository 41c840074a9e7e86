import { expect, test } from 'vitest'
import { holdingNext, holdingOn, isDoubtful, profileRefusal } from './tax-profile-rules.ts'

const person = { validFrom: '2026-11-20', registrationNumber: 'T7123456789012', holder: 'person' } as const

test('a corporation’s check digit must fit; a person’s is only doubted', () => {
  const wrong = { ...person, registrationNumber: 'T1234567890123' }
  expect(profileRefusal(person)).toBeNull()
  expect(profileRefusal({ ...person, holder: 'corporation' })).toBeNull()
  expect(profileRefusal({ ...wrong, holder: 'corporation' })).toBe('tax_profile.wrong_digit')
  expect(profileRefusal(wrong)).toBeNull()
  expect([isDoubtful(wrong), isDoubtful(person)]).toEqual([true, false])
})

test('a number has T and 13 digits, and no registration is older than the scheme', () => {
  expect(profileRefusal({ ...person, registrationNumber: 'T712345678901' })).toBe('tax_profile.wrong_shape')
  expect(profileRefusal({ ...person, validFrom: '2023-10-01' })).toBeNull()
  expect(profileRefusal({ ...person, validFrom: '2023-09-30' })).toBe('tax_profile.too_early')
  expect(profileRefusal({ validFrom: '2026-11-20', registrationNumber: null, holder: null })).toBeNull()
  expect(isDoubtful({ registrationNumber: null, holder: null })).toBe(false)
})

test('on each day the newest entry holds whose day has come; what is entered later counts from its own day on', () => {
  const registered = { validFrom: '2026-10-01', is: 'registered' }
  const ended = { validFrom: '2026-11-15', is: 'ended' }
  const corrected = { validFrom: '2026-11-10', is: 'corrected' }
  const days = ['2026-09-30', '2026-10-01', '2026-11-09', '2026-11-10', '2026-11-14', '2026-11-15', '2027-01-01']
  const held = (newestFirst: (typeof registered)[]) => days.map((day) => holdingOn(newestFirst, day)?.is ?? null)
  expect(held([])).toEqual([null, null, null, null, null, null, null])
  expect(held([ended, registered])).toEqual([
    ...[null, 'registered', 'registered', 'registered'],
    ...['registered', 'ended', 'ended'],
  ])
  expect(held([corrected, ended, registered])).toEqual([
    ...[null, 'registered', 'registered', 'corrected'],
    ...['corrected', 'corrected', 'corrected'],
  ])
})

test('what will hold next is the first day to come, as whoever speaks last has it', () => {
  const entry = (validFrom: string, is: string) => ({ validFrom, is })
  expect(holdingNext([entry('2026-10-01', 'now')], '2026-11-20')).toBeNull()
  expect(holdingNext([entry('2027-01-01', 'then'), entry('2026-10-01', 'now')], '2026-11-20')?.is).toBe('then')
  expect(holdingNext([entry('2027-01-01', 'new'), entry('2027-01-01', 'old')], '2026-11-20')?.is).toBe('new')
  // Whoever speaks again from today on takes back what was to come.
  expect(holdingNext([entry('2026-11-20', 'now'), entry('2027-01-01', 'taken back')], '2026-11-20')).toBeNull()
})
