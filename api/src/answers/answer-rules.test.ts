import { expect, test } from 'vitest'
import { foreignItem, submitRefusal } from './answer-rules.ts'

const marks = { shapes: [], labels: [], seen: true }

test('an answer may name only items of its own task', () => {
  expect(foreignItem({ images: { a: marks, b: marks } }, ['a', 'b', 'c'])).toBe(null)
  expect(foreignItem({ images: { a: marks, x: marks } }, ['a', 'b', 'c'])).toBe('x')
})

test('problems are named before open pins, and neither means yes', () => {
  expect(submitRefusal({ errors: 2, openPins: 1 })).toEqual({ code: 'submission.has_problems', count: 2 })
  expect(submitRefusal({ errors: 0, openPins: 1 })).toEqual({ code: 'submission.pins_open', count: 1 })
  expect(submitRefusal({ errors: 0, openPins: 0 })).toBe(null)
})
