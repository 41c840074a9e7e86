import { expect, test } from 'vitest'
import { approveRefusal, proposeRefusal } from './hand-entry-rules.ts'

const line = (
  account: 'bank' | 'bank_fee' | 'discount' | 'tax_paid',
  amountYen: number,
  orderId: string | null = null,
) => ({
  ...{ account, amountYen, orderId },
})
const facts = { bookedOn: '2026-11-20', today: '2026-11-21', isMonthClosed: false }

test('an entry balances, names orders where accounts need them, and lies on a day of an open month that has come', () => {
  const good = [line('bank_fee', 880), line('bank', -880)]
  expect(proposeRefusal({ ...facts, lines: good })).toBeNull()
  expect(proposeRefusal({ ...facts, lines: [line('bank_fee', 880), line('bank', -800)] })).toBe('hand_entry.unbalanced')
  expect(proposeRefusal({ ...facts, lines: [...good, line('tax_paid', 0)] })).toBe('hand_entry.unbalanced')
  expect(proposeRefusal({ ...facts, lines: [line('discount', 1), line('bank', -1)] })).toBe('hand_entry.order_missing')
  expect(proposeRefusal({ ...facts, lines: [line('bank_fee', 1, 'o'), line('bank', -1)] })).toBe(
    'hand_entry.order_missing',
  )
  expect(proposeRefusal({ ...facts, lines: [line('discount', 1, 'o'), line('bank', -1)] })).toBeNull()
  expect(proposeRefusal({ ...facts, lines: good, bookedOn: '2026-11-22' })).toBe('hand_entry.future')
  expect(proposeRefusal({ ...facts, lines: good, isMonthClosed: true })).toBe('hand_entry.month_closed')
})

test('somebody else approves, once, while the month is open', () => {
  const waiting = { state: 'proposed' as const, proposedById: 'a', isMonthClosed: false }
  expect(approveRefusal(waiting, 'b')).toBeNull()
  expect(approveRefusal(waiting, 'a')).toBe('hand_entry.own_proposal')
  expect(approveRefusal({ ...waiting, state: 'approved' }, 'b')).toBe('hand_entry.decided')
  expect(approveRefusal({ ...waiting, isMonthClosed: true }, 'b')).toBe('hand_entry.month_closed')
})
