import { expect, test } from 'vitest'
import { byCategory, byYear, paidSums } from './pay-summary-calc.ts'

const paid = (paidOn: string, feeYen: number, baseYen: number, withheldYen: number) => ({
  ...{ month: '2026-10', paidOn, feeYen, baseYen, withheldYen, taxYen: 100, transferYen: feeYen + 100 - withheldYen },
})
const months = [paid('2026-12-25', 133_333, 50_000, 5_105), paid('2027-01-25', 1_000, 1, 0)]

test('a report is needed above 50,000 yen of fees that are withheld from, whatever else was paid', () => {
  expect(paidSums(months.slice(0, 1)).needsReport).toBe(false)
  expect(paidSums(months)).toEqual({
    ...{ months: 2, feeYen: 134_333, baseYen: 50_001, taxYen: 200, withheldYen: 5_105, transferYen: 129_428 },
    needsReport: true,
  })
})

test('fees by kind of withholding add up, and what there is nothing of is left out', () => {
  expect(byCategory(months)).toEqual([
    { category: 'ko1', feeYen: 50_001, withheldYen: 5_105 },
    { category: 'none', feeYen: 84_332, withheldYen: 0 },
  ])
  expect(byCategory([paid('2026-12-25', 10, 0, 0)])).toEqual([{ category: 'none', feeYen: 10, withheldYen: 0 }])
})

test('a year is the year of payment, not of the work', () => {
  expect(byYear(months).map(({ year, feeYen, needsReport }) => [year, feeYen, needsReport])).toEqual([
    ['2027', 1_000, false],
    ['2026', 133_333, false],
  ])
})
