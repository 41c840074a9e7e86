import { pointsPerPolygonMax } from './answer.ts'
import { addShape } from './editor-commands.ts'
import type { EditorModel } from './editor-model.ts'
import type { Place } from './geometry.ts'
import { boxBetween, placeInside } from './shape-edit-rules.ts'

/** A drawn box must be at least this many image pixels wide and tall; a smaller one is a slip of the hand. */
const boxPixelsMin = 2

/** Sets the next corner of what the current tool draws; `near` is how close (image pixels) counts as the first corner. */
export function placeCorner(model: EditorModel, at: Place, near: number): void {
  const { tool } = model.state
  if (tool === 'box') placeBoxCorner(model, at)
  else if (tool === 'polygon') placePolygonCorner(model, at, near)
  else if (tool === 'point') {
    const [x, y] = placeInside(at, model.inputs.image, false)
    addShape(model, (id, label) => ({ id, label, kind: 'point', x, y }), false)
  } else if (tool === 'pin') placePin(model, at)
}

function placeBoxCorner(model: EditorModel, at: Place): void {
  const { draft } = model.live
  if (draft?.kind === 'box') return finishBox(model, at)
  const from = placeInside(at, model.inputs.image, true)
  model.setLive({ draft: { kind: 'box', from, to: from } })
  model.set({ chosenId: null })
  model.say(model.inputs.t('saidFirstCorner'))
}

/** Ends a box at its second corner; too small a one is dropped and said so. */
export function finishBox(model: EditorModel, at: Place): void {
  const { draft } = model.live
  if (draft?.kind !== 'box') return
  const bounds = boxBetween(draft.from, at, model.inputs.image)
  model.setLive({ draft: null })
  if (bounds.width < boxPixelsMin || bounds.height < boxPixelsMin) return model.say(model.inputs.t('saidTooSmall'))
  addShape(model, (id, label) => ({ id, label, kind: 'box', ...bounds }))
}

function placePolygonCorner(model: EditorModel, at: Place, near: number): void {
  const { draft } = model.live
  const place = placeInside(at, model.inputs.image, false)
  const points = draft?.kind === 'polygon' ? draft.points : []
  const [first, last] = [points[0], points.at(-1)]
  const beside = (corner: Place | undefined, reach: number) =>
    corner !== undefined && Math.hypot(corner[0] - place[0], corner[1] - place[1]) <= reach
  // The first corner again, or the same corner twice, closes the outline.
  if (points.length >= 3 && (beside(first, near) || beside(last, near / 3))) return finishPolygon(model)
  if (beside(last, 0) || points.length >= pointsPerPolygonMax) return
  model.set({ chosenId: null })
  model.setLive({ draft: { kind: 'polygon', points: [...points, place], to: place } })
  const facts = { number: points.length + 1, x: Math.round(place[0]), y: Math.round(place[1]) }
  model.say(model.inputs.t('saidCorner', facts))
}

/** Closes the outline being drawn; it needs three corners. */
export function finishPolygon(model: EditorModel): void {
  const { draft } = model.live
  if (draft?.kind !== 'polygon') return
  if (draft.points.length < 3) return model.say(model.inputs.t('saidTooFewCorners'))
  const { points } = draft
  model.setLive({ draft: null })
  addShape(model, (id, label) => ({ id, label, kind: 'polygon', points }))
}

/** Takes back the last corner of the outline being drawn; with none left the drawing ends. */
export function dropLastCorner(model: EditorModel): void {
  const { draft } = model.live
  if (draft?.kind !== 'polygon') return cancelDraft(model)
  const points = draft.points.slice(0, -1)
  model.setLive({ draft: points.length > 0 ? { ...draft, points } : null })
}

/** Drops whatever is half drawn or half moved. */
export function cancelDraft(model: EditorModel): void {
  if (model.live.draft === null) return
  model.setLive({ draft: null })
  model.say(model.inputs.t('saidCancelled'))
}

/** Lets the open side of the drawing follow the pointer or the crosshair. */
export function aimDraft(model: EditorModel, at: Place): void {
  const { draft } = model.live
  if (draft?.kind === 'box') model.setLive({ draft: { ...draft, to: placeInside(at, model.inputs.image, true) } })
  if (draft?.kind === 'polygon') model.setLive({ draft: { ...draft, to: placeInside(at, model.inputs.image, false) } })
}

function placePin(model: EditorModel, at: Place): void {
  const { onPlacePin, image, t } = model.inputs
  const [x, y] = placeInside(at, image, true)
  onPlacePin?.({ itemId: image.id, x, y })
  model.set({ tool: 'select' })
  model.say(t('saidPin', { x, y }))
}
