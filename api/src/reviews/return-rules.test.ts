import { expect, test } from 'vitest'
import { misplacedPins, returnRefusal } from './return-rules.ts'

const target = { items: [{ id: 'cell', width: 640, height: 480 }], clauseIds: new Set(['edge']) }
const pin = { itemId: 'cell', x: 640, y: 0, clauseId: 'edge' }

test('work goes back with at least one pin, and every pin cites a clause of the manual', () => {
  expect(returnRefusal([pin], target)).toBeNull()
  expect(returnRefusal([], target)).toBe('review.return_needs_pin')
  expect(returnRefusal([pin, { ...pin, clauseId: 'other' }], target)).toBe('review.unknown_clause')
})

test('pins stand on an image of the task, its border included', () => {
  expect(misplacedPins([pin], target)).toEqual([])
  expect(
    misplacedPins([pin, { ...pin, itemId: 'else' }, { ...pin, x: 640.5, y: -1 }], target).map(({ path, problem }) => [
      path,
      problem,
    ]),
  ).toEqual([
    ['pins.1.itemId', 'not_a_choice'],
    ['pins.2.x', 'too_big'],
    ['pins.2.y', 'too_small'],
  ])
})
