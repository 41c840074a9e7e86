import { expect, test } from 'vitest'
import { type ClaimFacts, claimRefusal } from './claim-rules.ts'

const fine = {
  orderState: 'running',
  notice: { confirmed: true, manualVersion: 2, dueOn: '2026-11-20', changed: false },
  today: '2026-11-20',
  everConfirmed: true,
  manualVersion: 2,
  held: 19,
  heldMax: 20,
} satisfies ClaimFacts

test('nothing stands against a claim with confirmed terms and room for one more', () => {
  expect(claimRefusal(fine)).toBe(null)
})

test.each([
  ['an order that is not running takes no claims', { orderState: 'delivered' }, 'task.order_paused'],
  ['no notice yet', { notice: null, everConfirmed: false }, 'notice.required'],
  ['shown, not confirmed', { notice: { ...fine.notice, confirmed: false }, everConfirmed: false }, 'notice.required'],
  ['a newer version waits', { notice: { ...fine.notice, confirmed: false } }, 'notice.superseded'],
  ['the manual moved on', { manualVersion: 3 }, 'notice.superseded'],
  ['it pays more since', { notice: { ...fine.notice, changed: true } }, 'notice.superseded'],
  ['its day is past', { today: '2026-11-21' }, 'notice.superseded'],
  ['hands full', { held: 20 }, 'task.too_many_claimed'],
] as const)('%s', (_sentence, change, code) => {
  expect(claimRefusal({ ...fine, ...change })).toBe(code)
})
