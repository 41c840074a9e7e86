import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assertEntry, type NewEntry, payPostings, revenuePostings } from './entry-calc.ts'
import { marginOf } from './margin-calc.ts'

const at = new Date('2026-11-20T00:00:00Z')
const entryOf = (postings: NewEntry['postings']): NewEntry => ({
  cause: 'assignment_accepted',
  causeId: 'a',
  orderId: 'o',
  at,
  postings,
})

test('whatever is paid or sold, an entry sums to zero and has no posting of nothing', () => {
  const yen = fc.integer({ min: 0, max: 1_000_000_000 })
  fc.assert(
    fc.property(yen, yen, (amountYen, taxYen) => {
      const pay = payPostings({
        account: 'worker_pay',
        amountYen,
        orderId: 'o',
        personId: 'p',
        receivedOn: '2026-11-20',
      })
      const sale = revenuePostings({ clientId: 'c', orderId: 'o', priceYen: amountYen, taxYen })
      for (const postings of [pay, sale]) if (postings.length > 0) assertEntry(entryOf(postings))
      expect(pay.length === 0).toBe(amountYen === 0)
      expect(sale.length === 0).toBe(amountYen === 0 && taxYen === 0)
    }),
  )
})

test('an entry that is one-sided, uneven or holds a zero is our own mistake', () => {
  const side = { account: 'worker_pay' as const, orderId: 'o' }
  expect(() => assertEntry(entryOf([{ ...side, amountYen: 5 }]))).toThrow('1 postings')
  expect(() =>
    assertEntry(
      entryOf([
        { ...side, amountYen: 5 },
        { ...side, amountYen: -4 },
      ]),
    ),
  ).toThrow('sums to 1')
  expect(() =>
    assertEntry(
      entryOf([
        { ...side, amountYen: 0 },
        { ...side, amountYen: 0 },
      ]),
    ),
  ).toThrow('nothing')
})

test('a margin is revenue less all pay less overhead, rounded down once', () => {
  expect(marginOf({ revenueYen: 1000, workerPayYen: 333, reviewPayYen: 66, overheadBp: 1500 })).toEqual({
    revenueYen: 1000,
    workerPayYen: 333,
    reviewPayYen: 66,
    overheadYen: 59,
    marginYen: 542,
  })
})
