import { expect, test } from 'vitest'
import { type PinFacts, pinRefusal, replyReopens } from './pin-rules.ts'

const open: PinFacts = { state: 'open', assignmentState: 'returned', holderId: 'hana' }

test('a pin is closed once it is resolved or its work is over', () => {
  expect(pinRefusal(open)).toBeNull()
  expect(pinRefusal({ ...open, state: 'question', assignmentState: 'submitted' })).toBeNull()
  expect(pinRefusal({ ...open, state: 'resolved' })).toBe('pin.closed')
  expect(pinRefusal({ ...open, assignmentState: 'accepted' })).toBe('pin.closed')
  expect(pinRefusal({ ...open, assignmentState: 'cancelled' })).toBe('pin.closed')
})

test('only somebody else’s word on a question opens it again', () => {
  const question: PinFacts = { ...open, state: 'question' }
  expect(replyReopens(question, 'sato')).toBe(true)
  expect(replyReopens(question, 'hana')).toBe(false)
  expect(replyReopens(open, 'sato')).toBe(false)
  expect(replyReopens({ ...open, state: 'fixed' }, 'sato')).toBe(false)
})
