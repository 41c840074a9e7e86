import type { ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'
import type { Problem } from '@tsumugi/kit/surfaces/image/check.ts'
import { boundsOf } from '@tsumugi/kit/surfaces/image/geometry.ts'
import type { SurfaceGoal } from '@tsumugi/kit/surfaces/image/goal.ts'

/** Where a problem is, for the picture; a problem of a whole image is at its corner. */
export function placeOf({ itemId, shapeId }: Problem, answer: ImageAnswer): Omit<SurfaceGoal, 'turn'> {
  const shape = answer.images[itemId]?.shapes.find(({ id }) => id === shapeId)
  const place = shape ? boundsOf(shape) : { x: 0, y: 0, width: 0, height: 0 }
  return { itemId, ...place, focus: true, ...(shape && { shapeId: shape.id }) }
}
