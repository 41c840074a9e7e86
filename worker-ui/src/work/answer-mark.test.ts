import { expect, it } from 'vitest'
import { markOfAnswer } from './answer-mark.ts'

const box = { id: 's1', label: '赤血球', kind: 'box' as const, x: 1, y: 2, width: 3, height: 4 }

it('does not mind the order of keys, but every value', () => {
  const here = { images: { a: { shapes: [box], labels: [], seen: true }, b: { shapes: [], labels: [], seen: false } } }
  const there = {
    images: {
      b: { seen: false, labels: [], shapes: [] },
      a: {
        seen: true,
        labels: [],
        shapes: [{ height: 4, width: 3, y: 2, x: 1, kind: 'box' as const, label: '赤血球', id: 's1' }],
      },
    },
  }
  expect(markOfAnswer(there)).toBe(markOfAnswer(here))
  const moved = { images: { ...here.images, a: { ...here.images.a, shapes: [{ ...box, x: 1.5 }] } } }
  expect(markOfAnswer(moved)).not.toBe(markOfAnswer(here))
})
