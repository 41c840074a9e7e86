import { expect, it } from 'vitest'
import { ko1Withheld } from './withholding-calc.ts'

const rates = { bp: 1021, overBp: 2042, limitYen: 1_000_000 }

// Published examples and vectors of the tables of 所得税法 205条1号 with the surcharge.
it.each([
  [0, 0],
  [9, 0],
  [10, 1],
  [15_000, 1_531],
  [33_333, 3_403],
  [50_000, 5_105],
  [84_000, 8_576],
  [99_999, 10_209],
  [100_000, 10_210],
  [110_000, 11_231],
  [123_456, 12_604],
  [999_999, 102_099],
  [1_000_000, 102_100],
  [1_000_001, 102_100],
  [1_000_004, 102_100],
  [1_000_005, 102_101],
  [1_100_000, 122_520],
  [1_234_567, 149_998],
  [2_000_000, 306_300],
  [5_000_000, 918_900],
])('from fees of %i yen, %i yen are withheld', (base, withheld) => {
  expect(ko1Withheld(base, rates)).toBe(withheld)
})
