import { describe, expect, it } from 'vitest'
import type { Shape } from './answer.ts'
import { colourOf, inkOn } from './label-look.ts'
import { indexShapes, shapeAt, shapesWithin } from './shape-index.ts'
import { pathOf, pathsByLabel } from './shape-paths.ts'

const box = (id: string, x: number, y: number, width: number, label = 'a'): Shape => ({
  id,
  label,
  kind: 'box',
  x,
  y,
  width,
  height: width,
})
const shapes: Shape[] = [
  box('large', 0, 0, 100),
  box('small', 20, 20, 10, 'b'),
  { id: 'dot', label: 'c', kind: 'point', x: 50, y: 50 },
]
const index = indexShapes(shapes)

describe('finding shapes', () => {
  it('prefers a point, then a near outline, then the smallest inside', () => {
    expect(shapeAt(index, 52, 50, 4)?.id).toBe('dot')
    expect(shapeAt(index, 25, 25, 2)?.id).toBe('small')
    expect(shapeAt(index, 70, 70, 2)?.id).toBe('large')
    expect(shapeAt(index, 21, 25, 3)?.id).toBe('small')
    expect(shapeAt(index, 103, 50, 4)?.id).toBe('large')
    expect(shapeAt(index, 150, 50, 4)).toBeNull()
    expect(shapeAt(index, 25, 25, 2, (shape) => shape.id === 'small')?.id).toBe('large')
  })

  it('culls by rectangle, in drawing order', () => {
    expect(shapesWithin(index, { x: 0, y: 0, width: 60, height: 60 }).map(({ id }) => id)).toEqual([
      'large',
      'small',
      'dot',
    ])
    expect(shapesWithin(index, { x: 200, y: 0, width: 60, height: 60 })).toEqual([])
    expect(shapesWithin(indexShapes([]), { x: 0, y: 0, width: 1, height: 1 })).toEqual([])
  })
})

describe('drawing shapes', () => {
  it('merges outlines per label on whole pixels', () => {
    const view = { scale: 0.5, x: 10.2, y: 0 }
    expect(pathOf(box('x', 1, 1, 10), view)).toBe('M11 1H16V6H11Z')
    const paths = pathsByLabel([...shapes, box('more', 0, 0, 2)], view, 'large')
    expect([...paths.keys()]).toEqual(['b', 'c', 'a'])
    expect(paths.get('a')).toBe('M10 0H11V1H10Z')
  })

  it('never lets a foreign colour into the markup and keeps names readable', () => {
    const labels = [{ name: 'a', colour: '"/><script>', kinds: ['box' as const] }]
    expect(colourOf(labels, 'a')).toMatch(/^#[0-9a-f]{6}$/)
    expect(colourOf([], 'a')).toMatch(/^#[0-9a-f]{6}$/)
    expect(inkOn('#ffee00')).toBe('#000000')
    expect(inkOn('#1864ab')).toBe('#ffffff')
  })
})
