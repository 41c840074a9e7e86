import { expect, test } from 'vitest'
import { approveRefusal, type PayMonthFacts, proposeRefusal, stops } from './pay-month-rules.ts'

const ready: PayMonthFacts = {
  state: 'open',
  month: '2026-10',
  thisMonth: '2026-11',
  people: 3,
  owing: 0,
  lowRates: 0,
  earlierOpen: false,
  proposedById: null,
}

test('a month is proposed when it is over, the one before is closed and somebody is paid; also anew', () => {
  expect(proposeRefusal(ready)).toBeNull()
  expect(proposeRefusal({ ...ready, state: 'proposed' })).toBeNull()
  expect(proposeRefusal({ ...ready, month: '2026-11' })).toBe('pay_month.running')
  expect(proposeRefusal({ ...ready, month: '2026-12' })).toBe('pay_month.running')
  expect(proposeRefusal({ ...ready, earlierOpen: true })).toBe('pay_month.earlier_open')
  expect(proposeRefusal({ ...ready, people: 0 })).toBe('pay_month.empty')
  expect(proposeRefusal({ ...ready, owing: 1 })).toBe('pay_month.negative_pay')
  expect(proposeRefusal({ ...ready, lowRates: 1 })).toBe('pay_month.low_rates')
  expect(proposeRefusal({ ...ready, state: 'approved' })).toBe('pay_month.wrong_state')
  expect(proposeRefusal({ ...ready, state: 'closed' })).toBe('pay_month.wrong_state')
})

test('whoever proposed cannot approve, and only what is proposed is approved', () => {
  const proposed: PayMonthFacts = { ...ready, state: 'proposed', proposedById: 'maru' }
  expect(approveRefusal(proposed, 'miya')).toBeNull()
  expect(approveRefusal(proposed, 'maru')).toBe('pay_month.own_proposal')
  expect(approveRefusal(ready, 'miya')).toBe('pay_month.wrong_state')
  expect(approveRefusal({ ...proposed, state: 'closed' }, 'miya')).toBe('pay_month.wrong_state')
})

test('late reviews never stop a close, an open month before does', () => {
  expect(stops('unreviewed_work')).toBe(false)
  expect(stops('earlier_month_open')).toBe(true)
})
