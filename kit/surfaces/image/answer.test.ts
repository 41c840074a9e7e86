import { describe, expect, it } from 'vitest'
import { emptyAnswer, imageAnswer, labelDef, labelList, pointsPerPolygonMax, shape } from './answer.ts'

const box = { id: 'a', label: 'RBC', kind: 'box', x: 1, y: 2, width: 3, height: 4 }

describe('the image answer', () => {
  it('starts with every image unopened', () => {
    const answer = emptyAnswer(['1', '2'])
    expect(imageAnswer.parse(answer)).toEqual(answer)
    expect(answer.images['2']).toEqual({ shapes: [], labels: [], seen: false })
  })

  it('reads boxes, polygons and points', () => {
    const shapes = [
      box,
      {
        id: 'b',
        label: 'RBC',
        kind: 'polygon',
        points: [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
      },
      { id: 'c', label: 'RBC', kind: 'point', x: 0.5, y: 0.5 },
    ]
    expect(
      imageAnswer.parse({ images: { 1: { shapes, labels: ['blurred'], seen: true } } }).images['1']?.shapes,
    ).toEqual(shapes)
  })

  it('refuses numbers that are not finite, negative sizes, unknown kinds and unknown fields', () => {
    for (const wrong of [
      { ...box, x: Number.NaN },
      { ...box, x: Number.POSITIVE_INFINITY },
      { ...box, x: 1e12 },
      { ...box, width: -1 },
      { ...box, x: '1' },
      { ...box, kind: 'circle' },
      { ...box, extra: 1 },
      { ...box, id: '' },
      { ...box, id: 'x'.repeat(65) },
    ]) {
      expect(shape.safeParse(wrong).success).toBe(false)
    }
  })

  it('refuses a polygon with more corners than allowed', () => {
    const points = Array.from({ length: pointsPerPolygonMax + 1 }, () => [0, 0])
    expect(shape.safeParse({ id: 'a', label: 'b', kind: 'polygon', points }).success).toBe(false)
  })
})

describe('the label list', () => {
  const label = { name: 'RBC', colour: '#cc0000', kinds: ['box'] }
  it('wants a six-digit colour and at least one use', () => {
    expect(labelDef.safeParse(label).success).toBe(true)
    expect(labelDef.safeParse({ ...label, colour: 'red' }).success).toBe(false)
    expect(labelDef.safeParse({ ...label, colour: '#fff;}' }).success).toBe(false)
    expect(labelDef.safeParse({ ...label, kinds: [] }).success).toBe(false)
  })
  it('wants each name once', () => {
    expect(labelList.safeParse([label, label]).success).toBe(false)
  })
})
