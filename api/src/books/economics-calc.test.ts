import fc from 'fast-check'
import { expect, test } from 'vitest'
import { economicsOf, type PayFact, partOf, partsByMonth, partsByTeam, uncreditedOf } from './economics-calc.ts'

const pay = (change: Partial<PayFact>): PayFact => ({
  orderId: 'o',
  teamId: 'north',
  month: '2026-11',
  isReview: false,
  creditBp: 7_000,
  taxRateBp: 1_000,
  amountYen: 100_000,
  ...change,
})

test('tax on pay of unregistered people is credited by the share of the day, registered ones wholly', () => {
  expect(uncreditedOf([pay({})])).toBe(3_000)
  expect(uncreditedOf([pay({ creditBp: 8_000 })])).toBe(2_000)
  expect(uncreditedOf([pay({ creditBp: 10_000 })])).toBe(0)
  expect(uncreditedOf([pay({ creditBp: 0 })])).toBe(10_000)
  // 133,333: tax 13,333, credited 9,333
  expect(uncreditedOf([pay({ amountYen: 100_000 }), pay({ amountYen: 33_333 })])).toBe(4_000)
})

test('a margin is revenue less all pay, overhead and tax nobody gives back', () => {
  const part = partOf('o', [pay({}), pay({ isReview: true, amountYen: 20_000 })], 200_000, 1_500)
  expect(economicsOf([part])).toEqual({
    revenueYen: 200_000,
    workerPayYen: 100_000,
    reviewPayYen: 20_000,
    overheadYen: 18_000,
    uncreditedTaxYen: 3_600,
    marginYen: 58_400,
  })
})

test('however an order’s pay lies with teams and months, every view of it has one sum, to the yen', () => {
  const pays = fc.array(
    fc
      .record({
        teamId: fc.constantFrom('north', 'south', null),
        month: fc.constantFrom('2026-09', '2026-10', '2026-11'),
        creditBp: fc.constantFrom(10_000, 8_000, 7_000),
        amountYen: fc.nat({ max: 100_000 }),
      })
      .map(pay),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(pays, fc.nat({ max: 10_000_000 }), (facts, revenueYen) => {
      const parts = partsByTeam(facts, revenueYen, 1_500)
      const whole = economicsOf(parts)
      expect(whole.revenueYen).toBe(revenueYen)
      expect(whole.workerPayYen).toBe(facts.reduce((sum, { amountYen }) => sum + amountYen, 0))
      const order = economicsOf([partOf('o', facts, revenueYen, 1_500)])
      expect(whole).toEqual(order)
      const revenues = [{ orderId: 'o', month: '2026-11', amountYen: revenueYen }]
      expect(economicsOf(partsByMonth(facts, revenues, 1_500))).toEqual(order)
    }),
  )
})
