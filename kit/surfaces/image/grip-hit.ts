import { replaceShape } from './editor-commands.ts'
import type { EditorModel } from './editor-model.ts'
import { boundsOf, distanceToSegment, type Place } from './geometry.ts'
import { gripsOf, placeInside, withCornerAfter } from './shape-edit-rules.ts'
import { toImage, toScreen, type View } from './viewport.ts'

/**
 * The grip of the chosen shape under a press at a place of the stage, or null. Inside little boxes grips are harder to
 * hit, so that the box can still be moved.
 */
export function gripAt(model: EditorModel, view: View, at: Place, touch: boolean): number | null {
  const { chosen, live } = model
  if (chosen === null || live.draft !== null || model.readOnly || model.isHidden(chosen)) return null
  const bounds = boundsOf(chosen)
  const [left, top] = toScreen(view, [bounds.x, bounds.y])
  const [width, height] = [bounds.width * view.scale, bounds.height * view.scale]
  const inside = at[0] > left && at[0] < left + width && at[1] > top && at[1] < top + height
  // With a drawing tool in hand the next shape often begins right beside the last one.
  const drawing = model.state.tool !== 'select'
  const widest = touch ? (drawing ? 16 : 24) : drawing ? 7 : 9
  const reach = inside && chosen.kind === 'box' ? Math.min(widest, Math.max(5, Math.min(width, height) * 0.3)) : widest
  let best: number | null = null
  let nearest = reach
  gripsOf(chosen).forEach((grip, i) => {
    const [x, y] = toScreen(view, [grip.x, grip.y])
    const apart = Math.hypot(x - at[0], y - at[1])
    if (apart > nearest) return
    nearest = apart
    best = i
  })
  return best
}

/** A double click on a side of the chosen polygon adds a corner there. */
export function addCornerAt(model: EditorModel, view: View, at: Place): void {
  const { chosen } = model
  if (model.state.tool !== 'select' || model.readOnly || chosen?.kind !== 'polygon') return
  const [x, y] = toImage(view, at)
  const apart = chosen.points.map((point, i) =>
    distanceToSegment(x, y, point, chosen.points[(i + 1) % chosen.points.length] as Place),
  )
  const side = apart.indexOf(Math.min(...apart))
  if ((apart[side] ?? Number.POSITIVE_INFINITY) * view.scale > 6) return
  replaceShape(model, withCornerAfter(chosen, side, placeInside([x, y], model.inputs.image, false)))
  model.set({ corner: side + 1 })
}
