import { aimDraft, cancelDraft, dropLastCorner, finishPolygon, placeCorner } from './drafting.ts'
import {
  changeCorners,
  chooseCorner,
  chooseLabel,
  chooseNeighbour,
  chooseShape,
  chooseTool,
  copyChosen,
  nudge,
  paste,
  removeShape,
  resize,
  turnImage,
} from './editor-commands.ts'
import type { EditorModel, Tool } from './editor-model.ts'
import { boundsOf, type Place } from './geometry.ts'
import { shapeAt } from './shape-index.ts'
import type { StageGestures } from './stage-gestures.ts'
import type { StagePainter } from './stage-painter.ts'
import { shownBounds } from './viewport.ts'

/** What a key acts on. */
export interface KeyTargets {
  model: EditorModel
  painter: StagePainter
  gestures: StageGestures
  /** After Esc the next Tab leaves the picture instead of walking through all its shapes. */
  leaving: boolean
  /** Reads the crosshair's place out once it rests. */
  resting: ReturnType<typeof setTimeout> | undefined
}

const arrows: Record<string, Place> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const toolKeys: Record<string, Tool> = { v: 'select', b: 'box', g: 'polygon', o: 'point', m: 'pin' }
/** Screen pixels the crosshair moves per key press; Shift makes it five times as much. */
const cursorPixels = 10
/** The crosshair's place is read out after it has rested this long, so that holding a key does not chatter. */
const restMs = 450

/** The middle of what is in sight of the image: where the crosshair begins. */
function middleInSight({ model, painter }: KeyTargets): Place {
  const { image } = model.inputs
  const { x, y, width, height } = shownBounds(painter.view, painter.size)
  const between = (from: number, length: number, whole: number) =>
    Math.round((Math.max(0, from) + Math.min(whole, from + length)) / 2)
  return [between(x, width, image.width), between(y, height, image.height)]
}

function moveCursor(targets: KeyTargets, [right, down]: Place, event: KeyboardEvent): void {
  const { model, painter } = targets
  const { image, t } = model.inputs
  const step = event.altKey ? 1 : Math.max(1, Math.round(cursorPixels / painter.view.scale)) * (event.shiftKey ? 5 : 1)
  const [x, y] = model.live.cursor ?? middleInSight(targets)
  const next: Place = [
    Math.max(0, Math.min(image.width, Math.round(x) + right * step)),
    Math.max(0, Math.min(image.height, Math.round(y) + down * step)),
  ]
  model.setLive({ cursor: next, hoverId: null })
  painter.show({ x: next[0], y: next[1], width: 0, height: 0 })
  aimDraft(model, next)
  targets.resting = setTimeout(() => model.say(t('saidCursor', { x: next[0], y: next[1] })), restMs)
}

function arrow(targets: KeyTargets, direction: Place, event: KeyboardEvent): void {
  const { model, painter } = targets
  const editing = model.chosen !== null && !model.readOnly && model.state.tool === 'select' && model.live.draft === null
  if (!editing) return moveCursor(targets, direction, event)
  const step = event.shiftKey ? 10 : 1
  if (event.altKey) resize(model, direction[0] * step, direction[1] * step)
  else nudge(model, direction[0] * step, direction[1] * step)
  if (model.chosen) painter.show(boundsOf(model.chosen))
}

function enter(targets: KeyTargets, event: KeyboardEvent): void {
  const { model, painter } = targets
  if (event.ctrlKey || event.metaKey) return finishPolygon(model)
  const { tool } = model.state
  if (tool === 'select') {
    if (model.chosen) return model.state.corner === null ? chooseCorner(model, 0) : model.set({ corner: null })
    const { cursor } = model.live
    const hit = cursor && shapeAt(model.index, cursor[0], cursor[1], 6 / painter.view.scale, model.isHidden)
    return hit ? chooseShape(model, hit.id) : undefined
  }
  const at = model.live.cursor ?? middleInSight(targets)
  model.setLive({ cursor: at })
  placeCorner(model, at, 10 / painter.view.scale)
}

function escape({ model }: KeyTargets): boolean {
  if (model.live.draft) cancelDraft(model)
  else if (model.state.corner !== null) model.set({ corner: null })
  else if (model.state.chosenId !== null) chooseShape(model, null)
  else if (model.state.tool !== 'select') chooseTool(model, 'select')
  else return false
  return true
}

function tab({ model, painter, leaving }: KeyTargets, step: 1 | -1): boolean {
  if (leaving || model.live.draft) return false
  if (model.state.corner !== null) {
    chooseCorner(model, step)
    return true
  }
  if (!chooseNeighbour(model, step)) return false
  if (model.chosen) painter.show(boundsOf(model.chosen))
  model.setLive({ cursor: null })
  return true
}

function withControl({ model }: KeyTargets, key: string, shift: boolean): boolean {
  if (key === 'y' || (key === 'z' && shift)) model.redo()
  else if (key === 'z') model.undo()
  else if (key === 'c' && model.chosen) copyChosen(model)
  else if (key === 'v') paste(model)
  else if (key === 'd' && model.chosen) paste(model, model.chosen)
  else return false
  return true
}

function letter(targets: KeyTargets, key: string): boolean {
  const { model, painter } = targets
  const tool = toolKeys[key]
  if (tool !== undefined) {
    if (tool === 'pin' ? model.inputs.onPlacePin === null : tool !== 'select' && model.readOnly) return false
    chooseTool(model, tool)
  } else if (/^[1-9]$/.test(key)) {
    const label = model.inputs.labels[Number(key) - 1]
    if (label === undefined || model.readOnly) return false
    chooseLabel(model, label.name)
  } else if (key === '+' || key === ';' || key === '=') painter.zoomBy(1.25, zoomCentre(targets))
  else if (key === '-') painter.zoomBy(0.8, zoomCentre(targets))
  else if (key === '0') painter.fit()
  else if (key === 'h') {
    const shapesShown = !model.state.shapesShown
    model.set({ shapesShown })
    model.say(model.inputs.t(shapesShown ? 'saidShown' : 'saidHidden'))
  } else if (key === 'i' && model.state.corner !== null) changeCorners(model, 'add')
  else if (key === 'n' || key === 'p') turnImage(model, key === 'n' ? 1 : -1)
  else return false
  return true
}

/** The keyboard zooms around the crosshair when there is one. */
function zoomCentre({ model, painter }: KeyTargets): Place | undefined {
  const { cursor } = model.live
  const { scale, x, y } = painter.view
  return cursor ? [cursor[0] * scale + x, cursor[1] * scale + y] : undefined
}

function remove({ model }: KeyTargets): boolean {
  if (model.readOnly) return false
  if (model.live.draft) dropLastCorner(model)
  else if (model.state.corner !== null) changeCorners(model, 'remove')
  else if (model.state.chosenId !== null) removeShape(model, model.state.chosenId)
  else return false
  return true
}

function act(targets: KeyTargets, event: KeyboardEvent): boolean {
  const { key } = event
  if (key === 'Tab') return tab(targets, event.shiftKey ? -1 : 1)
  const direction = arrows[key]
  if (direction !== undefined) {
    arrow(targets, direction, event)
    return true
  }
  if (key === 'Enter') {
    // With Ctrl it only closes a polygon; the page around may have a use of its own for it.
    if ((event.ctrlKey || event.metaKey) && targets.model.live.draft?.kind !== 'polygon') return false
    enter(targets, event)
    return true
  }
  if (key === 'Escape') return escape(targets)
  if (key === 'Delete' || key === 'Backspace') return remove(targets)
  if (key === ' ') {
    targets.gestures.spaceHeld = true
    return true
  }
  const plain = key.length === 1 ? key.toLowerCase() : key
  if (event.ctrlKey || event.metaKey) return withControl(targets, plain, event.shiftKey)
  return event.altKey ? false : letter(targets, plain)
}

/** Acts on a key pressed while the picture has the focus. Keys it does not know go on to the page around. */
export function pressKey(targets: KeyTargets, event: KeyboardEvent): void {
  if (event.isComposing) return
  // What the key does is said instead.
  clearTimeout(targets.resting)
  if (act(targets, event)) {
    event.preventDefault()
    event.stopPropagation()
  }
  if (event.key === 'Escape') targets.leaving = true
  else if (event.key !== 'Tab' && event.key !== 'Shift') targets.leaving = false
}
