import fc from 'fast-check'
import { expect, test } from 'vitest'
import { payInOneText, statementAmounts, totalsOf } from './statement-calc.ts'

const rates = { taxRateBp: 1000, ko1: { bp: 1021, overBp: 2042, limitYen: 1_000_000 } }
const amounts = (feeYen: number, ko1Yen = 0) => statementAmounts({ feeYen, ko1Yen }, rates)

test('tax is rounded down once for the whole statement', () => {
  // three lines of 105 yen: 31 in all, and not three times 10
  expect(amounts(315)).toEqual({
    ...{ feeYen: 315, taxYen: 31, transferYen: 346 },
    ...{ withholdingBaseYen: 0, withheldYen: 0 },
  })
  expect(amounts(12_345).taxYen).toBe(1_234)
  expect(amounts(59_804).taxYen).toBe(5_980)
  expect(amounts(133_333).taxYen).toBe(13_333)
})

test('tax is withheld from the fees of the list only, before consumption tax', () => {
  // design 100,000 with data entry 33,333: 136,456 are transferred
  expect(amounts(133_333, 100_000)).toEqual({
    ...{ feeYen: 133_333, taxYen: 13_333, transferYen: 136_456 },
    ...{ withholdingBaseYen: 100_000, withheldYen: 10_210 },
  })
  // a correction of more than there was: nothing to withhold from
  expect(amounts(5_000, -1_000)).toMatchObject({ withholdingBaseYen: 0, withheldYen: 0, transferYen: 5_500 })
})

test('the transfer is always fee and tax less what is withheld', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 100_000_000 }),
      fc.nat({ max: 3_000 }),
      fc.nat({ max: 100 }),
      (feeYen, taxRateBp, part) => {
        const ko1Yen = Math.floor((feeYen * part) / 100)
        const { taxYen, withheldYen, transferYen } = statementAmounts({ feeYen, ko1Yen }, { ...rates, taxRateBp })
        expect(transferYen).toBe(feeYen + taxYen - withheldYen)
        expect(taxYen * 10_000).toBeLessThanOrEqual(feeYen * taxRateBp)
        expect(transferYen).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})

test('what is proposed reads the same in whatever order people come, and differs by a yen', () => {
  const hana = { personId: 'a', personName: '花', lines: 2, feeYen: 300, ko1Yen: 0 }
  const ken = { personId: 'b', personName: '健', lines: 1, feeYen: 90, ko1Yen: 0 }
  expect(payInOneText('2026-11', [hana, ken], rates)).toBe(payInOneText('2026-11', [ken, hana], rates))
  expect(payInOneText('2026-11', [hana], rates)).not.toBe(payInOneText('2026-11', [{ ...hana, feeYen: 301 }], rates))
  expect(
    totalsOf([
      { ...amounts(300), lines: 2 },
      { ...amounts(90), lines: 1 },
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
