import { expect, test } from 'vitest'
import { byCategory, byYear, dueSums } from './pay-summary-calc.ts'

const due = (payOn: string, feeYen: number, baseYen: number, withheldYen: number) => ({
  ...{
    month: '2026-10',
    payOn,
    paidOn: payOn as string | null,
    feeYen,
    baseYen,
    withheldYen,
    taxYen: 100,
    transferYen: feeYen + 100 - withheldYen,
  },
})
const months = [due('2026-12-25', 133_333, 50_000, 5_105), due('2027-01-25', 1_000, 1, 0)]

test('a report is needed above 50,000 yen of fees that are withheld from, whatever else was paid', () => {
  expect(dueSums(months.slice(0, 1)).needsReport).toBe(false)
  expect(dueSums(months)).toEqual({
    ...{ months: 2, feeYen: 134_333, baseYen: 50_001, taxYen: 200, withheldYen: 5_105, transferYen: 129_428 },
    unpaid: { baseYen: 0, withheldYen: 0, transferYen: 0 },
    needsReport: true,
  })
})

test('what was not sent counts in its year all the same, and is named as unpaid', () => {
  const unsent = { ...due('2026-12-25', 133_333, 50_001, 5_105), paidOn: null }
  expect(dueSums([...months, unsent])).toMatchObject({
    ...{ feeYen: 267_666, needsReport: true },
    unpaid: { baseYen: 50_001, withheldYen: 5_105, transferYen: 128_328 },
  })
})

test('fees by kind of withholding add up, and what there is nothing of is left out', () => {
  expect(byCategory(months)).toEqual([
    { category: 'ko1', feeYen: 50_001, withheldYen: 5_105 },
    { category: 'none', feeYen: 84_332, withheldYen: 0 },
  ])
  expect(byCategory([due('2026-12-25', 10, 0, 0)])).toEqual([{ category: 'none', feeYen: 10, withheldYen: 0 }])
})

test('a year is the year of the pay day, not of the work, nor of a transfer that came late', () => {
  const late = { ...due('2026-12-25', 7, 0, 0), paidOn: '2027-01-08' }
  expect(byYear([...months, late]).map(({ year, feeYen, needsReport }) => [year, feeYen, needsReport])).toEqual([
    ['2027', 1_000, false],
    ['2026', 133_340, false],
  ])
})
