import Flatbush from 'flatbush'
import type { Shape } from './answer.ts'
import { areaOf, type Bounds, boundsOf, cornersOf, distanceToOutline, isInside } from './geometry.ts'

/** Shapes of one image with a spatial index over their bounds. */
export interface ShapeIndex {
  shapes: readonly Shape[]
  bush: Flatbush | null
}

/** Indexes an image's shapes; about a millisecond for 2,000. */
export function indexShapes(shapes: readonly Shape[]): ShapeIndex {
  if (shapes.length === 0) return { shapes, bush: null }
  const bush = new Flatbush(shapes.length)
  for (const shape of shapes) {
    const { x, y, width, height } = boundsOf(shape)
    bush.add(x, y, x + width, y + height)
  }
  bush.finish()
  return { shapes, bush }
}

/** The shapes whose bounds meet a rectangle, in drawing order. */
export function shapesWithin({ shapes, bush }: ShapeIndex, { x, y, width, height }: Bounds): Shape[] {
  if (bush === null) return []
  const found = bush.search(x, y, x + width, y + height)
  return found.sort((a, b) => a - b).map((i) => shapes[i] as Shape)
}

/**
 * The shape a press at a place means, or null. `reach` is how far the press may miss, in image pixels. A point wins over
 * an outline, an outline that is hit over an inside, and of several insides the smallest, so nothing is ever buried.
 */
export function shapeAt(
  index: ShapeIndex,
  x: number,
  y: number,
  reach: number,
  passOver?: (shape: Shape) => boolean,
): Shape | null {
  const near = shapesWithin(index, { x: x - reach, y: y - reach, width: reach * 2, height: reach * 2 })
  let best: Shape | null = null
  let bestRank = Number.POSITIVE_INFINITY
  for (const shape of near) {
    if (passOver?.(shape)) continue
    const apart = distanceToOutline(shape, x, y)
    let rank = Number.POSITIVE_INFINITY
    if (apart <= reach) rank = (shape.kind === 'point' ? 0 : 1) + apart / (reach * 2)
    else if (shape.kind !== 'point' && isInside(cornersOf(shape), x, y)) rank = 2 + areaOf(shape)
    // Of equals the later one lies on top.
    if (rank <= bestRank && rank < Number.POSITIVE_INFINITY) {
      best = shape
      bestRank = rank
    }
  }
  return best
}
