import { type Shape, type ShapeKind, shapesPerImageMax } from './answer.ts'
import type { EditorModel, SurfaceWords, Tool } from './editor-model.ts'
import { boundsOf, type Place } from './geometry.ts'
import {
  copyBeside,
  movedShape,
  nextShapeId,
  resizedShape,
  withCornerAfter,
  withoutCorner,
} from './shape-edit-rules.ts'

/** The name of a kind of shape in the reader's language. */
export function kindName(t: SurfaceWords, kind: ShapeKind): string {
  return t(kind === 'box' ? 'kindBox' : kind === 'polygon' ? 'kindPolygon' : 'kindPoint')
}

/** Where a shape is, in words and whole pixels. */
export function whereOf(t: SurfaceWords, shape: Shape): string {
  const { x, y, width, height } = boundsOf(shape)
  const at = { x: Math.round(x), y: Math.round(y) }
  if (shape.kind === 'point') return t('shapeAt', at)
  return t('shapeWhere', { ...at, width: Math.round(width), height: Math.round(height) })
}

/** Chooses a tool; a label that does not fit it gives way to the first that does. */
export function chooseTool(model: EditorModel, tool: Tool): void {
  const { t, labels } = model.inputs
  let { label } = model.state
  if (tool === 'box' || tool === 'polygon' || tool === 'point') {
    if (model.readOnly) return
    const fits = labels.filter((each) => each.kinds.includes(tool))
    if (fits.length === 0) return model.say(t('saidNoLabel'))
    if (!fits.some((each) => each.name === label)) label = fits[0]?.name ?? null
  }
  model.setLive({ draft: null })
  const name = {
    select: 'toolSelect',
    box: 'toolBox',
    polygon: 'toolPolygon',
    point: 'toolPoint',
    pin: 'toolPin',
  } as const
  model.set({ tool, label, corner: null, ...(tool === 'select' ? {} : { chosenId: null }) })
  model.say(t('saidTool', { tool: t(name[tool]) }))
}

/** Chooses the label at a position of the list: for the next shape, and for the chosen one. */
export function chooseLabel(model: EditorModel, name: string): void {
  const { t, labels } = model.inputs
  const label = labels.find((each) => each.name === name)
  if (label === undefined || model.readOnly) return
  const drawable = label.kinds.filter((kind): kind is ShapeKind => kind !== 'image')
  if (drawable.length === 0) return toggleImageLabel(model, name)
  const chosen = model.chosen
  if (chosen !== null && label.kinds.includes(chosen.kind)) {
    if (chosen.label !== name) replaceShape(model, { ...chosen, label: name })
    model.set({ label: name })
    return model.say(t('saidRelabelled', { label: name }))
  }
  const { tool } = model.state
  const drawing = tool === 'box' || tool === 'polygon' || tool === 'point'
  const fitting = drawing && !drawable.includes(tool) ? (drawable[0] ?? tool) : tool
  if (fitting !== tool) model.setLive({ draft: null })
  model.set({ label: name, tool: fitting })
  model.say(t('saidLabel', { label: name }))
}

/** Says a label of the whole image, or takes it back. */
export function toggleImageLabel(model: EditorModel, name: string): void {
  const { t } = model.inputs
  const { labels } = model.marks
  const has = labels.includes(name)
  model.change({ labels: has ? labels.filter((each) => each !== name) : [...labels, name] })
  model.say(t(has ? 'saidImageLabelOff' : 'saidImageLabelOn', { label: name }))
}

/** Adds a finished shape of the current label and says which number it is. Null when it cannot be added. */
export function addShape(model: EditorModel, make: (id: string, label: string) => Shape, choose = true): Shape | null {
  const { t } = model.inputs
  if (model.readOnly || model.state.label === null) return null
  if (model.shapes.length >= shapesPerImageMax) {
    model.say(t('saidFull'))
    return null
  }
  const shape = make(nextShapeId(model.shapes), model.state.label)
  model.change({ shapes: [...model.shapes, shape] })
  if (choose) model.set({ chosenId: shape.id, corner: null })
  const count = model.shapes.filter((each) => each.label === shape.label).length
  model.say(t('saidAdded', { kind: kindName(t, shape.kind), label: shape.label, count }))
  return shape
}

/** Puts a changed shape in the place of the one with its id. */
export function replaceShape(model: EditorModel, shape: Shape): void {
  model.change({ shapes: model.shapes.map((each) => (each.id === shape.id ? shape : each)) })
}

/** Deletes a shape; the choice falls on its neighbour in reading order, so that several can be deleted in a row. */
export function removeShape(model: EditorModel, id: string): void {
  const { t } = model.inputs
  const shape = model.shapes.find((each) => each.id === id)
  if (shape === undefined || model.readOnly) return
  const at = model.order.indexOf(id)
  model.change({ shapes: model.shapes.filter((each) => each.id !== id) })
  const next = model.state.tool === 'select' ? (model.order[Math.min(at, model.order.length - 1)] ?? null) : null
  model.set({ chosenId: next, corner: null })
  model.say(t('saidRemoved', { label: shape.label, count: model.shapes.length }))
}

/** Chooses a shape (or none) and says what it is. */
export function chooseShape(model: EditorModel, id: string | null): void {
  const { t } = model.inputs
  if (id === model.state.chosenId) return
  model.set({ chosenId: id, corner: null })
  const shape = model.chosen
  if (shape === null) return model.say(t('saidChosenNone'))
  const position = model.order.indexOf(shape.id) + 1
  const facts = { label: shape.label, kind: kindName(t, shape.kind), position, count: model.order.length }
  model.say(t('saidChosen', { ...facts, where: whereOf(t, shape) }))
}

/** Chooses the next or previous shape in reading order. False at the end, so that Tab can leave the picture. */
export function chooseNeighbour(model: EditorModel, step: 1 | -1): boolean {
  const { order } = model
  const at = model.state.chosenId === null ? -1 : order.indexOf(model.state.chosenId)
  const next = at === -1 ? order[step === 1 ? 0 : order.length - 1] : order[at + step]
  if (next === undefined) {
    if (at !== -1) chooseShape(model, null)
    return false
  }
  if (model.state.tool !== 'select') model.set({ tool: 'select' })
  chooseShape(model, next)
  return true
}

/** Moves the chosen shape, or the corner being edited, by whole pixels. */
export function nudge(model: EditorModel, dx: number, dy: number): void {
  const { t, image } = model.inputs
  const chosen = model.chosen
  if (chosen === null || model.readOnly) return
  const { corner } = model.state
  const point = corner !== null && chosen.kind === 'polygon' ? chosen.points[corner] : undefined
  if (point !== undefined && chosen.kind === 'polygon') {
    const x = Math.max(0, Math.min(image.width, point[0] + dx))
    const y = Math.max(0, Math.min(image.height, point[1] + dy))
    replaceShape(model, { ...chosen, points: chosen.points.map((each, i) => (i === corner ? [x, y] : each)) })
    return model.say(t('saidMoved', { x: Math.round(x), y: Math.round(y) }))
  }
  const moved = movedShape(chosen, dx, dy, image)
  replaceShape(model, moved)
  const at = boundsOf(moved)
  model.say(t('saidMoved', { x: Math.round(at.x), y: Math.round(at.y) }))
}

/** Grows or shrinks the chosen shape at its right and lower side. */
export function resize(model: EditorModel, wider: number, taller: number): void {
  const chosen = model.chosen
  if (chosen === null || chosen.kind === 'point' || model.readOnly) return
  const resized = resizedShape(chosen, wider, taller, model.inputs.image)
  replaceShape(model, resized)
  const { width, height } = boundsOf(resized)
  model.say(model.inputs.t('saidResized', { width: Math.round(width), height: Math.round(height) }))
}

/** Goes to a corner of the chosen polygon, begins with the first, wraps around. */
export function chooseCorner(model: EditorModel, step: 0 | 1 | -1): void {
  const chosen = model.chosen
  if (chosen?.kind !== 'polygon' || model.readOnly) return
  const count = chosen.points.length
  const corner = ((model.state.corner ?? 0) + step + count) % count
  const [x, y] = chosen.points[corner] as Place
  model.set({ corner })
  model.say(model.inputs.t('saidCornerChosen', { number: corner + 1, count, x: Math.round(x), y: Math.round(y) }))
}

/** Adds a corner after the one being edited, or deletes it. */
export function changeCorners(model: EditorModel, how: 'add' | 'remove'): void {
  const { t } = model.inputs
  const { chosen } = model
  const { corner } = model.state
  if (chosen?.kind !== 'polygon' || corner === null || model.readOnly) return
  const changed = how === 'add' ? withCornerAfter(chosen, corner) : withoutCorner(chosen, corner)
  if (changed === chosen || changed.kind !== 'polygon') return model.say(t('saidTooFewCorners'))
  replaceShape(model, changed)
  const count = changed.points.length
  model.set({ corner: how === 'add' ? corner + 1 : Math.min(corner, count - 1) })
  model.say(t(how === 'add' ? 'saidCornerAdded' : 'saidCornerRemoved', { count }))
}

/** Keeps the chosen shape for pasting. */
export function copyChosen(model: EditorModel): void {
  if (model.chosen === null) return
  model.clipboard = model.chosen
  model.say(model.inputs.t('saidCopied'))
}

/** Pastes the kept shape, beside itself when it is still there, else at the same place (also on another image). */
export function paste(model: EditorModel, source: Shape | null = model.clipboard): void {
  const { t, image } = model.inputs
  if (source === null || model.readOnly) return
  if (model.shapes.length >= shapesPerImageMax) return model.say(t('saidFull'))
  const id = nextShapeId(model.shapes)
  const there = model.shapes.some(
    (shape) => JSON.stringify({ ...shape, id: '', label: '' }) === JSON.stringify({ ...source, id: '', label: '' }),
  )
  const copy = there ? copyBeside(source, id, image) : { ...movedShape(source, 0, 0, image), id }
  model.clipboard = copy
  model.change({ shapes: [...model.shapes, copy] })
  model.set({ chosenId: copy.id, corner: null, tool: 'select' })
  const count = model.shapes.filter((shape) => shape.label === copy.label).length
  model.say(t('saidPasted', { label: copy.label, count }))
}

/** Goes to the next or previous image of the task. */
export function turnImage(model: EditorModel, step: 1 | -1): void {
  const { images, image, onCurrentImage } = model.inputs
  const next = images[images.findIndex((each) => each.id === image.id) + step]
  if (next) onCurrentImage(next.id)
}
