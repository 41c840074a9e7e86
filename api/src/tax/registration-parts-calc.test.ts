import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumYen, taxOnYen } from '../kernel/yen.ts'
import { registrationParts } from './registration-parts-calc.ts'

const line = (receivedOn: string, registrationNumber: string | null, amountYen: number) => ({
  ...{ receivedOn, registrationNumber, amountYen },
})
const number = 'T7123456789012'

test('a month under one number, or under none, is one part with the whole tax', () => {
  const lines = [line('2026-11-20', number, 105), line('2026-11-02', number, 210)]
  const days = { fromOn: '2026-11-02', toOn: '2026-11-20' }
  expect(registrationParts(lines, { taxYen: 31, taxRateBp: 1_000 })).toEqual([
    { registrationNumber: number, ...days, feeYen: 315, taxYen: 31 },
  ])
  const exempt = lines.map((each) => ({ ...each, registrationNumber: null }))
  expect(registrationParts(exempt, { taxYen: 31, taxRateBp: 1_000 })).toEqual([
    { registrationNumber: null, ...days, feeYen: 315, taxYen: 31 },
  ])
  expect(registrationParts([], { taxYen: 0, taxRateBp: 1_000 })).toEqual([])
})

test('a change in the middle of a month makes two parts by the day of receipt; their tax is the statement’s', () => {
  const lines = [line('2026-11-14', null, 105), line('2026-11-15', number, 105), line('2026-11-30', number, 100)]
  // 310 × 10 % = 31; 205 → 20, and what is left, 11, stands with what has no number
  expect(registrationParts(lines, { taxYen: 31, taxRateBp: 1_000 })).toEqual([
    { registrationNumber: number, fromOn: '2026-11-15', toOn: '2026-11-30', feeYen: 205, taxYen: 20 },
    { registrationNumber: null, fromOn: '2026-11-14', toOn: '2026-11-14', feeYen: 105, taxYen: 11 },
  ])
})

test('however a month is cut, its parts are the fee and the tax of the whole', () => {
  const lines = fc.array(
    fc.record({
      receivedOn: fc.constantFrom('2026-11-01', '2026-11-15', '2026-11-30'),
      registrationNumber: fc.constantFrom(null, number, 'T4011001098993'),
      amountYen: fc.nat({ max: 100_000 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  fc.assert(
    fc.property(lines, (of) => {
      const feeYen = sumYen(of.map(({ amountYen }) => amountYen))
      const taxYen = taxOnYen(feeYen, 1_000)
      const parts = registrationParts(of, { taxYen, taxRateBp: 1_000 })
      expect(sumYen(parts.map((part) => part.feeYen))).toBe(feeYen)
      expect(sumYen(parts.map((part) => part.taxYen))).toBe(taxYen)
      expect(parts.every((part) => part.taxYen - taxOnYen(part.feeYen, 1_000) < parts.length)).toBe(true)
    }),
  )
})
