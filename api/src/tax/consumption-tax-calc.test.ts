import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumYen } from '../kernel/yen.ts'
import { inputCreditYen, totalOf, totalsByRate, uncreditedTaxYen } from './consumption-tax-calc.ts'
import { type DatedValue, valueOn } from './dated-rate-calc.ts'

// as the migration know_tax_rates holds them
const shares: DatedValue[] = [
  { validFrom: '2023-10-01', validTo: '2026-10-01', value: 8_000 },
  { validFrom: '2026-10-01', validTo: '2028-10-01', value: 7_000 },
  { validFrom: '2028-10-01', validTo: '2030-10-01', value: 5_000 },
  { validFrom: '2030-10-01', validTo: '2031-10-01', value: 3_000 },
]

test('each rate of a document is rounded once, the highest first', () => {
  const lines = [
    { amountYen: 6_789, rateBp: 800 },
    ...[105, 105, 105].map((amountYen) => ({ amountYen, rateBp: 1_000 })),
  ]
  const totals = totalsByRate(lines, 'exclusive')
  expect(totals).toEqual([
    { rateBp: 1_000, netYen: 315, taxYen: 31, grossYen: 346 },
    { rateBp: 800, netYen: 6_789, taxYen: 543, grossYen: 7_332 },
  ])
  expect(totalOf(totals)).toEqual({ netYen: 7_104, taxYen: 574, grossYen: 7_678 })
  expect(totalsByRate(lines, 'exclusive', 'half_up')[0]?.taxYen).toBe(32)
  expect(totalsByRate([], 'exclusive')).toEqual([])
})

test('amounts that hold the tax already give it back', () => {
  expect(totalsByRate([{ amountYen: 33_333, rateBp: 1_000 }], 'inclusive')).toEqual([
    { rateBp: 1_000, netYen: 30_303, taxYen: 3_030, grossYen: 33_333 },
  ])
  expect(totalsByRate([{ amountYen: 10_799, rateBp: 800 }], 'inclusive')[0]?.taxYen).toBe(799)
})

test('however lines are cut and ordered, a rate has the same tax, and net and tax are the gross', () => {
  const line = fc.record({ amountYen: fc.nat({ max: 10_000_000 }), rateBp: fc.constantFrom(1_000, 800, 100) })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), fc.constantFrom('exclusive', 'inclusive'), (lines, basis) => {
      const totals = totalsByRate(lines, basis)
      expect(totalsByRate(lines.toReversed(), basis)).toEqual(totals)
      for (const { rateBp, netYen, taxYen, grossYen } of totals) {
        const whole = sumYen(lines.filter((each) => each.rateBp === rateBp).map(({ amountYen }) => amountYen))
        expect(basis === 'exclusive' ? netYen : grossYen).toBe(whole)
        expect(netYen + taxYen).toBe(grossYen)
        expect(totalsByRate([{ amountYen: whole, rateBp }], basis)[0]?.taxYen).toBe(taxYen)
      }
    }),
  )
})

test.each([
  ['2026-09-30', 8_000],
  ['2026-10-01', 7_000],
  ['2026-11-20', 7_000],
  ['2028-09-30', 7_000],
  ['2028-10-01', 5_000],
  ['2030-10-01', 3_000],
  ['2031-09-30', 3_000],
  ['2031-10-01', 0],
])('of 10,000 yen of tax paid to somebody unregistered on %s, %i are credited', (purchasedOn, yen) => {
  const creditYen = inputCreditYen({ taxYen: 10_000, purchasedOn, registered: false, shares })
  expect(creditYen).toBe(yen)
  expect(uncreditedTaxYen(10_000, creditYen)).toBe(10_000 - yen)
  expect(inputCreditYen({ taxYen: 10_000, purchasedOn, registered: true, shares })).toBe(10_000)
})

test('a credit is rounded down', () => {
  expect(inputCreditYen({ taxYen: 13_333, purchasedOn: '2026-11-20', registered: false, shares })).toBe(9_333)
  expect(() => uncreditedTaxYen(1, 2)).toThrow('2 yen are credited of 1')
})

test('before its first day and from its last a rate is not in force', () => {
  expect(valueOn(shares, '2023-09-30')).toBeNull()
  expect(valueOn(shares, '2023-10-01')).toBe(8_000)
  expect(valueOn([{ validFrom: '2026-01-01', validTo: null, value: 5 }], '2999-12-31')).toBe(5)
})
