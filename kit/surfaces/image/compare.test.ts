import { describe, expect, it } from 'vitest'
import type { Shape } from './answer.ts'
import { compareAnswers, compareShapes } from './compare.ts'

const box = (id: string, x: number, label = 'RBC'): Shape => ({
  id,
  label,
  kind: 'box',
  x,
  y: 0,
  width: 10,
  height: 10,
})
const point = (id: string, x: number, label = 'tip'): Shape => ({ id, label, kind: 'point', x, y: 0 })

describe('comparing two answers', () => {
  it('matches each shape once, the best first', () => {
    const found = compareShapes([box('near', 1), box('exact', 0), box('far', 50)], [box('a', 0), box('b', 100)])
    expect(found.pairs).toEqual([{ givenId: 'exact', expectedId: 'a', overlap: 1 }])
    expect(found.extraIds).toEqual(['near', 'far'])
    expect(found.missedIds).toEqual(['b'])
    expect(found).toMatchObject({ matched: 1, missed: 1, extra: 2, meanOverlap: 1, recall: 0.5 })
  })

  it('does not pair across labels, but says so', () => {
    const found = compareShapes([box('a', 0, 'WBC')], [box('b', 1)])
    expect(found).toMatchObject({ matched: 0, missed: 1, extra: 1 })
    expect(found.mislabelled).toMatchObject([{ givenId: 'a', expectedId: 'b' }])
    expect(found.byLabel.WBC).toMatchObject({ extra: 1, missed: 0 })
    expect(found.byLabel.RBC).toMatchObject({ extra: 0, missed: 1 })
  })

  it('pairs points by distance', () => {
    const found = compareShapes([point('a', 3), point('b', 60)], [point('c', 0), point('d', 40)], {
      pointPixelsMax: 10,
    })
    expect(found.pairs).toEqual([{ givenId: 'a', expectedId: 'c', overlap: 0.85 }])
    expect(found.extraIds).toEqual(['b'])
  })

  it('holds empty against empty for full agreement', () => {
    expect(compareShapes([], [])).toMatchObject({ precision: 1, recall: 1, matched: 0 })
  })

  it('adds up over images and compares whole-image labels', () => {
    const given = { images: { 1: { shapes: [box('a', 0)], labels: ['blurred'], seen: true } } }
    const expected = {
      images: {
        1: { shapes: [box('a', 0)], labels: ['dark'], seen: true },
        2: { shapes: [box('b', 0)], labels: [], seen: true },
      },
    }
    const all = compareAnswers(given, expected)
    expect(all).toMatchObject({ matched: 1, missed: 1, extra: 0, recall: 0.5 })
    expect(all.images['1']).toMatchObject({ missedLabels: ['dark'], extraLabels: ['blurred'] })
  })

  it('compares 2,000 shapes with 2,000 in well under a second', () => {
    const many = Array.from(
      { length: 2_000 },
      (_, i) => ({ ...box(String(i), (i % 50) * 8), y: Math.floor(i / 50) * 8 }) as Shape,
    )
    const before = performance.now()
    expect(compareShapes(many, many).matched).toBe(2_000)
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})
