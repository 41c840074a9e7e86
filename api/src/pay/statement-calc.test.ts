import fc from 'fast-check'
import { expect, test } from 'vitest'
import { payInOneText, statementAmounts, totalsOf } from './statement-calc.ts'

test('tax is rounded down once for the whole statement', () => {
  // three lines of 105 yen: 31 in all, and not three times 10
  expect(statementAmounts(315, 1000)).toEqual({ feeYen: 315, taxYen: 31, withheldYen: 0, transferYen: 346 })
  expect(statementAmounts(12_345, 1000).taxYen).toBe(1_234)
  expect(statementAmounts(59_804, 1000).taxYen).toBe(5_980)
  expect(statementAmounts(133_333, 1000).taxYen).toBe(13_333)
})

test('the transfer is always fee and tax less what is withheld', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000_000 }), fc.nat({ max: 3_000 }), (feeYen, rateBp) => {
      const { taxYen, withheldYen, transferYen } = statementAmounts(feeYen, rateBp)
      expect(transferYen).toBe(feeYen + taxYen - withheldYen)
      expect(taxYen * 10_000).toBeLessThanOrEqual(feeYen * rateBp)
    }),
  )
})

test('what is proposed reads the same in whatever order people come, and differs by a yen', () => {
  const hana = { personId: 'a', personName: '花', lines: 2, feeYen: 300 }
  const ken = { personId: 'b', personName: '健', lines: 1, feeYen: 90 }
  expect(payInOneText('2026-11', [hana, ken], 1000)).toBe(payInOneText('2026-11', [ken, hana], 1000))
  expect(payInOneText('2026-11', [hana], 1000)).not.toBe(payInOneText('2026-11', [{ ...hana, feeYen: 301 }], 1000))
  expect(
    totalsOf([
      { ...statementAmounts(300, 1000), lines: 2 },
      { ...statementAmounts(90, 1000), lines: 1 },
    ]),
  ).toEqual({
    people: 2,
    lines: 3,
    feeYen: 390,
    taxYen: 39,
    withheldYen: 0,
    transferYen: 429,
  })
})
