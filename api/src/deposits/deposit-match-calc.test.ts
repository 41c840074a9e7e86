import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, isSameName, type PayingClient, proposeMatch } from './deposit-match-calc.ts'

const kita: PayingClient = {
  id: 'kita',
  payerNames: ['ｶ)ｷﾀｼﾞﾄﾞｳｼﾔ'],
  open: [
    { number: 1, dueOn: '2026-10-31', openYen: 346 },
    { number: 3, dueOn: '2026-12-10', openYen: 36_300 },
  ],
}
const rival: PayingClient = {
  id: 'rival',
  payerNames: ['別会社'],
  open: [{ number: 2, dueOn: '2026-11-30', openYen: 1_100 }],
}
const propose = (amountYen: number, payer: string) => proposeMatch({ amountYen, payer }, [kita, rival])

test('a name is the same however banks write it', () => {
  expect(isSameName('ｶ)ｷﾀｼﾞﾄﾞｳｼﾔ', '振込 ｷﾀｼﾞﾄﾞｳｼﾔ(ｶ')).toBe(true)
  expect(isSameName('ｶ)ｷﾀｼﾞﾄﾞｳｼﾔ', 'カ）キタジドウシャ')).toBe(true)
  expect(isSameName('キャノン', 'ｷﾔﾉﾝ')).toBe(true)
  expect(isSameName('ｶ)ｷﾀｼﾞﾄﾞｳｼﾔ', 'ﾐﾅﾐｼﾞﾄﾞｳｼﾔ')).toBe(false)
  expect(isSameName('', '')).toBe(false)
})

test('by name and amount, short by a transfer fee, by name alone, by an amount only one owes, or nobody', () => {
  expect(propose(36_300, 'ｷﾀｼﾞﾄﾞｳｼﾔ(ｶ')).toEqual({ by: 'name_and_amount', clientId: 'kita', feeYen: 0 })
  expect(propose(36_646, 'ｷﾀｼﾞﾄﾞｳｼﾔ(ｶ').by).toBe('name_and_amount')
  expect(propose(35_750, 'ｷﾀｼﾞﾄﾞｳｼﾔ(ｶ')).toEqual({ by: 'name_and_fee', clientId: 'kita', feeYen: 550 })
  expect(propose(10_000, 'ｷﾀｼﾞﾄﾞｳｼﾔ(ｶ').by).toBe('name')
  expect(propose(1_100, 'ﾅﾆｶ')).toEqual({ by: 'amount', clientId: 'rival', feeYen: 0 })
  expect(propose(5, 'ﾅﾆｶ')).toEqual({ by: 'none', clientId: null, feeYen: 0 })
})

test('an exact amount pays its own invoice, anything else the oldest first', () => {
  expect(allocate(36_300, kita.open)).toEqual({ payments: [{ number: 3, amountYen: 36_300 }], advanceYen: 0 })
  expect(allocate(1_000, kita.open)).toEqual({
    payments: [
      { number: 1, amountYen: 346 },
      { number: 3, amountYen: 654 },
    ],
    advanceYen: 0,
  })
  expect(allocate(40_000, kita.open).advanceYen).toBe(3_354)
})

test('whatever arrives, what is paid and what is left are exactly it, and no invoice gets more than it asks for', () => {
  const invoice = fc.record({
    number: fc.nat(),
    dueOn: fc.constant('2026-11-30'),
    openYen: fc.integer({ min: 1, max: 1_000_000 }),
  })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3_000_000 }),
      fc.uniqueArray(invoice, { selector: (each) => each.number, maxLength: 8 }),
      (amount, open) => {
        const { payments, advanceYen } = allocate(amount, open)
        expect(payments.reduce((sum, { amountYen }) => sum + amountYen, advanceYen)).toBe(amount)
        expect(advanceYen).toBeGreaterThanOrEqual(0)
        for (const { number, amountYen } of payments)
          expect(amountYen).toBeLessThanOrEqual(open.find((each) => each.number === number)?.openYen ?? 0)
      },
    ),
  )
})
