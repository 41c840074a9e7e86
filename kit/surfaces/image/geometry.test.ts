import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Shape } from './answer.ts'
import { areaOf, boundsOf, crossesItself, distanceToOutline, isInside, type Place } from './geometry.ts'
import { overlapOf, sharedArea } from './overlap.ts'

const box = (x: number, y: number, width: number, height: number): Shape => ({
  id: 'b',
  label: 'l',
  kind: 'box',
  x,
  y,
  width,
  height,
})
const polygon = (...points: [number, number][]): Shape => ({ id: 'p', label: 'l', kind: 'polygon', points })

describe('geometry', () => {
  it('measures bounds and area', () => {
    const arrow = polygon([0, 0], [10, 0], [10, 10], [5, 5], [0, 10])
    expect(boundsOf(arrow)).toEqual({ x: 0, y: 0, width: 10, height: 10 })
    expect(areaOf(arrow)).toBe(75)
    expect(areaOf(box(1, 1, 3, 4))).toBe(12)
    expect(boundsOf(polygon())).toEqual({ x: 0, y: 0, width: 0, height: 0 })
  })

  it('knows inside from outside and the distance to the outline', () => {
    const notch: Place[] = [
      [0, 0],
      [10, 0],
      [10, 10],
      [5, 5],
      [0, 10],
    ]
    expect(isInside(notch, 5, 2)).toBe(true)
    expect(isInside(notch, 5, 8)).toBe(false)
    expect(distanceToOutline(box(0, 0, 10, 10), 5, 3)).toBe(3)
    expect(distanceToOutline(box(0, 0, 10, 10), 13, 14)).toBe(5)
  })

  it('finds real crossings only', () => {
    expect(
      crossesItself([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
      ]),
    ).toBe(true)
    expect(
      crossesItself([
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ]),
    ).toBe(false)
    expect(
      crossesItself([
        [0, 0],
        [10, 0],
        [5, 0],
        [5, 10],
      ]),
    ).toBe(false)
    expect(
      crossesItself([
        [0, 0],
        [1, 1],
      ]),
    ).toBe(false)
  })
})

describe('overlap', () => {
  it('is 1 for the same shape, a third for half-shifted boxes, 0 apart or touching', () => {
    expect(overlapOf(box(0, 0, 10, 10), box(0, 0, 10, 10))).toBe(1)
    expect(overlapOf(box(0, 0, 10, 10), box(5, 0, 10, 10))).toBeCloseTo(1 / 3)
    expect(overlapOf(box(0, 0, 10, 10), box(10, 0, 10, 10))).toBe(0)
    expect(overlapOf(box(0, 0, 0, 0), box(0, 0, 0, 0))).toBe(0)
  })

  it('cuts concave outlines exactly', () => {
    const u: Place[] = [
      [0, 0],
      [3, 0],
      [3, 3],
      [2, 3],
      [2, 1],
      [1, 1],
      [1, 3],
      [0, 3],
    ]
    const bar: Place[] = [
      [0, 2],
      [3, 2],
      [3, 3],
      [0, 3],
    ]
    expect(sharedArea(u, bar)).toBeCloseTo(2)
    expect(
      sharedArea(
        [
          [0, 0],
          [4, 0],
          [0, 4],
        ],
        [
          [4, 4],
          [0, 4],
          [4, 0],
        ],
      ),
    ).toBeCloseTo(0)
    expect(
      sharedArea(
        [
          [0, 0],
          [4, 0],
          [0, 4],
        ],
        [
          [0, 0],
          [4, 0],
          [4, 4],
        ],
      ),
    ).toBeCloseTo(4)
  })

  it('agrees with box arithmetic and with itself for any two boxes drawn as outlines', () => {
    const size = fc.integer({ min: 1, max: 50 })
    fc.assert(
      fc.property(size, size, size, size, size, size, size, size, (a, b, c, d, e, f, g, h) => {
        const [first, second] = [box(a, b, c, d), box(e, f, g, h)]
        const outline = polygon([e, f], [e + g, f], [e + g, f + h], [e, f + h])
        expect(overlapOf(first, outline)).toBeCloseTo(overlapOf(first, second), 9)
        expect(overlapOf(outline, first)).toBeCloseTo(overlapOf(first, outline), 9)
      }),
    )
  })
})
