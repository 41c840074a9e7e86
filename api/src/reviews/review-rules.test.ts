import { describe, expect, test } from 'vitest'
import { decideRefusal, type ReviewFacts, startRefusal } from './review-rules.ts'

const now = new Date('2026-11-20T03:00:00Z')
const soon = new Date('2026-11-20T03:10:00Z')
const past = new Date('2026-11-20T02:59:59Z')
const waiting: ReviewFacts = { authorId: 'hana', waiting: true, decidedById: null, lease: null }
const leased = (reviewerId: string, leaseUntil: Date): ReviewFacts => ({
  ...waiting,
  lease: { reviewerId, leaseUntil },
})

describe('opening a submission', () => {
  test.each([
    ['nobody looks at it', waiting, null],
    ['one looks at it oneself', leased('sato', soon), null],
    ['a colleague’s time ran out', leased('mori', past), null],
    ['a colleague’s time ends this very moment', leased('mori', now), null],
    ['a colleague looks at it', leased('mori', soon), 'review.taken'],
    ['it is decided', { ...waiting, decidedById: 'mori' }, 'review.already_decided'],
    ['its order was cancelled', { ...waiting, waiting: false }, 'thing.changed_meanwhile'],
  ])('when %s', (_, facts, expected) => {
    expect(startRefusal(facts, 'sato', now)).toBe(expected)
  })

  test('is never for its author, whatever else is so', () => {
    for (const facts of [waiting, leased('hana', soon), leased('sato', soon), leased('sato', past)]) {
      expect(startRefusal(facts, 'hana', now)).toBe('review.own_work')
      expect(decideRefusal(facts, 'hana', now)).toBe('review.own_work')
    }
  })
})

describe('deciding', () => {
  test.each([
    ['one has it open', leased('sato', soon), null],
    ['one’s own time ran out and nobody came', leased('sato', past), null],
    ['one never opened it', waiting, 'review.not_started'],
    ['a colleague took over and left', leased('mori', past), 'review.not_started'],
    ['a colleague has it open', leased('mori', soon), 'review.taken'],
    ['it is decided', { ...leased('sato', soon), decidedById: 'mori' }, 'review.already_decided'],
  ])('when %s', (_, facts, expected) => {
    expect(decideRefusal(facts, 'sato', now)).toBe(expected)
  })
})
