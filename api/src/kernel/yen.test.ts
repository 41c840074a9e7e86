import { expect, test } from 'vitest'
import { shareOfYen, splitYen, sumYen, taxInYen, taxOnYen, yenFromBigInt, yenPerHour } from './yen.ts'

// exclusive amount, rate in percent, tax: rounded down once per rate and document
test.each([
  [315, 10, 31],
  [12_345, 10, 1_234],
  [6_789, 8, 543],
  [59_804, 10, 5_980],
  [133_333, 10, 13_333],
])('tax on %i yen at %i percent is %i yen', (exclusiveYen, percent, taxYen) => {
  expect(taxOnYen(exclusiveYen, percent * 100)).toBe(taxYen)
})

test('tax is rounded once for a document, not line by line', () => {
  const lines = [105, 105, 105]
  expect(taxOnYen(sumYen(lines), 1000)).toBe(31)
  expect(sumYen(lines.map((line) => taxOnYen(line, 1000)))).toBe(30)
})

test('shares are rounded down and never lose or make a yen on whole amounts', () => {
  expect(shareOfYen(999, 2000)).toBe(199)
  expect(shareOfYen(1, 9999)).toBe(0)
  expect(shareOfYen(123_456_789, 10_000)).toBe(123_456_789)
})

test('yen per hour is rounded down, and unknown without time', () => {
  expect(yenPerHour(120, 360)).toBe(1200)
  expect(yenPerHour(1000, 3601)).toBe(999)
  expect(yenPerHour(1000, 0)).toBe(null)
})

test('what is not a whole number of yen is our mistake', () => {
  expect(() => shareOfYen(0.5, 1000)).toThrow('0.5 is not a whole number of yen')
  expect(() => sumYen([1, 0.1])).toThrow()
  expect(() => yenFromBigInt(2n ** 60n)).toThrow()
  expect(yenFromBigInt(-5n)).toBe(-5)
})

test.each([
  [33_333, 10, 3_030],
  [10_799, 8, 799],
  [110_000, 10, 10_000],
  [146_666, 10, 13_333],
])('in %i yen at %i percent there are %i yen of tax', (inclusiveYen, percent, taxYen) => {
  expect(taxInYen(inclusiveYen, percent * 100)).toBe(taxYen)
})

test('a document may round otherwise; below zero undoes above zero to the yen', () => {
  expect([taxOnYen(315, 1000, 'half_up'), taxOnYen(315, 1000, 'ceil'), taxOnYen(311, 1000, 'half_up')]).toEqual([
    32, 32, 31,
  ])
  expect(taxOnYen(-315, 1000)).toBe(-31)
})

test('a whole is cut into parts to the yen; what is left goes to the largest remainders', () => {
  expect(splitYen(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(splitYen(10, [0, 3, 1])).toEqual([0, 8, 2])
  expect(splitYen(0, [1])).toEqual([0])
  expect(() => splitYen(1, [0])).toThrow('somebody must get the whole')
})
