import { expect, test } from 'vitest'
import {
  adjustmentsByOrder,
  type BillingDays,
  dueDay,
  invoiceAmounts,
  invoiceNumber,
  lastClosing,
  usualBillingDays,
} from './billing-calc.ts'

const on20: BillingDays = { closingDay: 20, payMonths: 1, payDay: 10, paysBefore: false }

test('a closing day is over on the day after it; the end of a month is its last day', () => {
  expect(lastClosing(usualBillingDays, '2026-12-01')).toBe('2026-11-30')
  expect(lastClosing(usualBillingDays, '2026-11-30')).toBe('2026-10-31')
  expect(lastClosing(usualBillingDays, '2027-03-01')).toBe('2027-02-28')
  expect(lastClosing(on20, '2026-11-20')).toBe('2026-10-20')
  expect(lastClosing(on20, '2026-11-21')).toBe('2026-11-20')
})

test('an invoice is due on a bank day before or after, and never before it is issued', () => {
  expect(dueDay(usualBillingDays, '2026-11-30', '2026-12-01')).toBe('2026-12-30')
  expect(dueDay({ ...usualBillingDays, paysBefore: false }, '2026-11-30', '2026-12-01')).toBe('2027-01-04')
  expect(dueDay(on20, '2026-12-20', '2026-12-21')).toBe('2027-01-12')
  expect(dueDay({ ...on20, payMonths: 0, payDay: 25 }, '2026-11-20', '2026-11-25')).toBe('2026-11-25')
  expect(dueDay({ ...on20, payMonths: 0, payDay: 25 }, '2026-11-20', '2026-12-02')).toBe('2026-12-03')
})

test('numbers are six digits; a correction adds its version', () => {
  expect(invoiceNumber({ number: 12, version: 1 })).toBe('INV-000012')
  expect(invoiceNumber({ number: 12, version: 3 })).toBe('INV-000012-3')
})

// three lines of 105 at 10 %: 31, and 30 if each were rounded, which is not allowed
test('tax is rounded once per rate of the invoice', () => {
  const lines = [105, 105, 105].map((netYen) => ({ netYen, taxRateBp: 1_000 }))
  expect(invoiceAmounts(lines, 'floor')).toEqual({
    rates: [{ rateBp: 1_000, netYen: 315, taxYen: 31 }],
    netYen: 315,
    taxYen: 31,
    totalYen: 346,
  })
  expect(invoiceAmounts(lines, 'half_up').taxYen).toBe(32)
  const two = [
    { netYen: 12_345, taxRateBp: 1_000 },
    { netYen: 6_789, taxRateBp: 800 },
  ]
  expect(invoiceAmounts(two, 'floor').rates.map(({ taxYen }) => taxYen)).toEqual([1_234, 543])
})

test('what a correction takes off an order is summed by order', () => {
  expect(
    adjustmentsByOrder([
      { orderId: 'a', netYen: -100 },
      { orderId: 'b', netYen: 5 },
      { orderId: 'a', netYen: 30 },
    ]),
  ).toEqual([
    { orderId: 'a', netYen: -70 },
    { orderId: 'b', netYen: 5 },
  ])
})
