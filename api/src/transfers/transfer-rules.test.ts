import { expect, it } from 'vitest'
import { approveRefusal, dayRefusal, executeRefusal, type RunFacts, usualTransferDay } from './transfer-rules.ts'

it('is for the pay day, or the first bank day from today on when that is over', () => {
  expect(usualTransferDay('2026-12-25', '2026-12-03')).toBe('2026-12-25')
  expect(usualTransferDay('2026-12-25', '2026-12-28')).toBe('2026-12-28')
  expect(usualTransferDay('2026-12-25', '2026-12-31')).toBe('2027-01-04')
})

it('is for a day on which banks are open, from today on', () => {
  expect(dayRefusal('2026-12-25', '2026-12-25')).toBeNull()
  expect(dayRefusal('2026-12-24', '2026-12-25')).toBe('transfer.past')
  expect(dayRefusal('2026-12-31', '2026-12-25')).toBe('transfer.bank_closed')
})

it('is approved by another before its day is over, and executed on its day at the earliest', () => {
  const run: RunFacts = { state: 'prepared', preparedById: 'maru', transferOn: '2026-12-25', today: '2026-12-25' }
  expect(approveRefusal(run, 'miya')).toBeNull()
  expect(approveRefusal(run, 'maru')).toBe('transfer.own_run')
  expect(approveRefusal({ ...run, today: '2026-12-26' }, 'miya')).toBe('transfer.past')
  expect(approveRefusal({ ...run, state: 'approved' }, 'miya')).toBe('transfer.wrong_state')
  expect(executeRefusal({ ...run, state: 'approved' })).toBeNull()
  expect(executeRefusal({ ...run, state: 'approved', today: '2026-12-24' })).toBe('transfer.too_early')
  expect(executeRefusal(run)).toBe('transfer.wrong_state')
})
