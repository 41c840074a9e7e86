import type { Shape } from './answer.ts'

/** A place in image pixels: `[x, y]`. */
export type Place = readonly [number, number]
/** An upright rectangle in image pixels. */
export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

/** The smallest upright rectangle around some places; all zero when there are none. */
export function boundsOfPlaces(places: readonly Place[]): Bounds {
  if (places.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const [x, y] of places) {
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The smallest upright rectangle around a shape; a point has no size. */
export function boundsOf(shape: Shape): Bounds {
  switch (shape.kind) {
    case 'box':
      return { x: shape.x, y: shape.y, width: shape.width, height: shape.height }
    case 'polygon':
      return boundsOfPlaces(shape.points)
    case 'point':
      return { x: shape.x, y: shape.y, width: 0, height: 0 }
  }
}

/** The corners of a shape in drawing order; a point has one. */
export function cornersOf(shape: Shape): Place[] {
  switch (shape.kind) {
    case 'box':
      return [
        [shape.x, shape.y],
        [shape.x + shape.width, shape.y],
        [shape.x + shape.width, shape.y + shape.height],
        [shape.x, shape.y + shape.height],
      ]
    case 'polygon':
      return shape.points
    case 'point':
      return [[shape.x, shape.y]]
  }
}

/** Area enclosed by a simple outline, in square pixels (shoelace formula). */
export function areaOfPlaces(places: readonly Place[]): number {
  let twice = 0
  for (let i = 0; i < places.length; i++) {
    const [ax, ay] = places[i] as Place
    const [bx, by] = places[(i + 1) % places.length] as Place
    twice += ax * by - bx * ay
  }
  return Math.abs(twice) / 2
}

/** Area of a shape in square pixels; a point has none. */
export function areaOf(shape: Shape): number {
  if (shape.kind === 'box') return shape.width * shape.height
  return shape.kind === 'polygon' ? areaOfPlaces(shape.points) : 0
}

/** Whether a place lies inside an outline (even-odd rule). */
export function isInside(places: readonly Place[], x: number, y: number): boolean {
  let inside = false
  for (let i = 0, j = places.length - 1; i < places.length; j = i++) {
    const [ax, ay] = places[i] as Place
    const [bx, by] = places[j] as Place
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** Distance in pixels from a place to the straight line between two others. */
export function distanceToSegment(x: number, y: number, a: Place, b: Place): number {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const length2 = dx * dx + dy * dy
  const along = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length2))
  return Math.hypot(x - (a[0] + along * dx), y - (a[1] + along * dy))
}

/** Distance in pixels from a place to the outline of a shape. */
export function distanceToOutline(shape: Shape, x: number, y: number): number {
  const corners = cornersOf(shape)
  let nearest = Number.POSITIVE_INFINITY
  for (let i = 0; i < corners.length; i++) {
    const next = corners[(i + 1) % corners.length] as Place
    nearest = Math.min(nearest, distanceToSegment(x, y, corners[i] as Place, next))
  }
  return nearest
}

function side(a: Place, b: Place, c: Place): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
}

/** Whether an outline really crosses itself; sides that only touch do not count. */
export function crossesItself(places: readonly Place[]): boolean {
  const count = places.length
  for (let i = 0; i < count - 1; i++) {
    const a = places[i] as Place
    const b = places[i + 1] as Place
    const left = Math.min(a[0], b[0])
    const right = Math.max(a[0], b[0])
    for (let j = i + 2; j < count; j++) {
      if (i === 0 && j === count - 1) continue
      const c = places[j] as Place
      const d = places[(j + 1) % count] as Place
      if (Math.min(c[0], d[0]) > right || Math.max(c[0], d[0]) < left) continue
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true
    }
  }
  return false
}
