import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoteAmounts } from './quote-calc.ts'

const perUnit = { payKind: 'per_unit' as const, unitPayYen: 33, unitsPerTask: null, agreedMinutes: null }
const terms = { units: 60, ...perUnit, reviewShareBp: 2000, overheadBp: 1500, priceYen: 5_005, taxRateBp: 1000 }

test('60 images at 33 yen, a fifth for review, 15 % overhead', () => {
  expect(quoteAmounts(terms)).toEqual({
    workerPayYen: 1_980,
    reviewPayYen: 396,
    overheadYen: 356, // 356.4
    costYen: 2_732,
    marginYen: 2_273,
    taxYen: 500, // 500.5, rounded down once
    totalYen: 5_505,
  })
})

test('a price below cost has a margin below zero', () => {
  expect(quoteAmounts({ ...terms, priceYen: 2_731 }).marginYen).toBe(-1)
})

test('an order of one yen, and one of the largest amounts, stay exact', () => {
  const small = quoteAmounts({ ...terms, units: 1, unitPayYen: 1, priceYen: 9 })
  expect(small).toMatchObject({ workerPayYen: 1, reviewPayYen: 0, overheadYen: 0, costYen: 1, taxYen: 0, totalYen: 9 })
  const large = quoteAmounts({ ...terms, units: 10_000, unitPayYen: 1_000_000, overheadBp: 100_000 })
  expect(large.costYen).toBe(132_000_000_000)
})

test('the parts always make the whole', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000 })
  const share = fc.integer({ min: 0, max: 100_000 })
  const units = fc.integer({ min: 1, max: 10_000 })
  const pay = fc.integer({ min: 1, max: 1_000_000 })
  fc.assert(
    fc.property(units, pay, share, share, amount, (units, unitPayYen, reviewShareBp, overheadBp, priceYen) => {
      const amounts = quoteAmounts({
        ...perUnit,
        units,
        unitPayYen,
        reviewShareBp,
        overheadBp,
        priceYen,
        taxRateBp: 1000,
      })
      expect(amounts.costYen).toBe(amounts.workerPayYen + amounts.reviewPayYen + amounts.overheadYen)
      expect(amounts.costYen + amounts.marginYen).toBe(priceYen)
      expect(amounts.totalYen - priceYen).toBe(amounts.taxYen)
      expect(amounts.taxYen * 10).toBeLessThanOrEqual(priceYen)
      expect((amounts.taxYen + 1) * 10).toBeGreaterThan(priceYen)
    }),
  )
})

test('a price per task counts the last, smaller task whole; one sum for the whole work is that sum', () => {
  const perTask = { ...terms, payKind: 'per_task' as const, unitPayYen: 480, unitsPerTask: 8 }
  expect(quoteAmounts(perTask)).toMatchObject({ workerPayYen: 8 * 480, reviewPayYen: 768 })
  expect(quoteAmounts({ ...terms, payKind: 'fixed', unitPayYen: 10_000 }).workerPayYen).toBe(10_000)
})
