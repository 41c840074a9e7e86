import { describe, expect, it } from 'vitest'
import type { Shape } from './answer.ts'
import { boundsOf } from './geometry.ts'
import {
  boxBetween,
  copyBeside,
  gripsOf,
  movedShape,
  nextShapeId,
  pulledShape,
  readingOrder,
  resizedShape,
  withCornerAfter,
  withoutCorner,
} from './shape-edit-rules.ts'

const image = { width: 100, height: 80 }
const box = (change: object = {}): Shape => ({
  id: '1',
  label: 'l',
  kind: 'box',
  x: 10,
  y: 10,
  width: 20,
  height: 20,
  ...change,
})
const triangle: Shape = {
  id: '2',
  label: 'l',
  kind: 'polygon',
  points: [
    [0, 0],
    [10, 0],
    [0, 10],
  ],
}

describe('editing shapes', () => {
  it('draws a box between any two corners on whole pixels inside the image', () => {
    expect(boxBetween([50.4, 60.6], [10.2, -5], image)).toEqual({ x: 10, y: 0, width: 40, height: 61 })
  })

  it('moves and stops at the border', () => {
    expect(movedShape(box(), -50, 5, image)).toMatchObject({ x: 0, y: 15 })
    expect(movedShape(box(), 500, 500, image)).toMatchObject({ x: 80, y: 60 })
    expect(movedShape(triangle, -5, 100, image)).toMatchObject({
      points: [
        [0, 70],
        [10, 70],
        [0, 80],
      ],
    })
  })

  it('pulls each grip of a box, also past the opposite side', () => {
    expect(gripsOf(box())).toHaveLength(8)
    expect(pulledShape(box(), 0, [5, 6], image)).toMatchObject({ x: 5, y: 6, width: 25, height: 24 })
    expect(pulledShape(box(), 1, [0, 6], image)).toMatchObject({ x: 10, y: 6, width: 20, height: 24 })
    expect(pulledShape(box(), 3, [50, 0], image)).toMatchObject({ x: 10, y: 10, width: 40, height: 20 })
    expect(pulledShape(box(), 4, [0, 0], image)).toMatchObject({ x: 0, y: 0, width: 10, height: 10 })
  })

  it('pulls, adds and removes corners of an outline, and keeps three', () => {
    expect(pulledShape(triangle, 1, [20.04, 5], image)).toMatchObject({
      points: [
        [0, 0],
        [20, 5],
        [0, 10],
      ],
    })
    const four = withCornerAfter(triangle, 0)
    expect(four).toMatchObject({
      points: [
        [0, 0],
        [5, 0],
        [10, 0],
        [0, 10],
      ],
    })
    expect(withoutCorner(four, 1)).toEqual(triangle)
    expect(withoutCorner(triangle, 1)).toBe(triangle)
    expect(withCornerAfter(triangle, 2)).toMatchObject({
      points: [
        [0, 0],
        [10, 0],
        [0, 10],
        [0, 5],
      ],
    })
  })

  it('resizes at the lower right and never to nothing', () => {
    expect(resizedShape(box(), 5, -5, image)).toMatchObject({ x: 10, y: 10, width: 25, height: 15 })
    expect(resizedShape(box(), -500, 500, image)).toMatchObject({ width: 1, height: 70 })
    expect(resizedShape(triangle, 10, 0, image)).toMatchObject({
      points: [
        [0, 0],
        [20, 0],
        [0, 10],
      ],
    })
  })

  it('orders shapes as they are read', () => {
    const shapes = [
      box({ id: 'c', x: 60, y: 50 }),
      box({ id: 'b', x: 60, y: 6 }),
      box({ id: 'a', x: 5, y: 10 }),
      box({ id: 'd', x: 80, y: 52 }),
    ]
    expect(readingOrder(shapes)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('gives new ids and copies where there is room', () => {
    expect(nextShapeId([box({ id: '7' }), box({ id: 'abc' })])).toBe('8')
    expect(nextShapeId([])).toBe('1')
    expect(boundsOf(copyBeside(box(), '2', image))).toMatchObject({ x: 14, y: 14 })
    expect(boundsOf(copyBeside(box({ x: 80, y: 60 }), '2', image))).toMatchObject({ x: 76, y: 56 })
  })
})
