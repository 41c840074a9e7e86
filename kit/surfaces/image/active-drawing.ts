import type { Shape } from './answer.ts'
import type { EditorModel } from './editor-model.ts'
import { boundsOf, type Place } from './geometry.ts'
import { colourOf, inkOn } from './label-look.ts'
import { boxBetween, gripsOf } from './shape-edit-rules.ts'
import { pathOf } from './shape-paths.ts'
import { chip, chipHeight, svgElement } from './svg-element.ts'
import { toScreen, type View } from './viewport.ts'

const line = { fill: 'none', 'stroke-linejoin': 'round' } as const

function outline(d: string, colour: string, width: number, fill = 0.14): SVGElement[] {
  return [
    svgElement('path', { ...line, d, stroke: '#fff', 'stroke-width': width + 3 }),
    svgElement('path', { ...line, d, stroke: '#1a1a1a', 'stroke-width': width + 1 }),
    svgElement('path', { ...line, d, stroke: colour, 'stroke-width': width, fill: colour, 'fill-opacity': fill }),
  ]
}

function grips(shape: Shape, view: View, corner: number | null, touch: boolean): SVGElement[] {
  if (shape.kind === 'point') return []
  const size = touch ? 14 : 9
  const round = shape.kind === 'polygon'
  const { width, height } = boundsOf(shape)
  const small = Math.min(width, height) * view.scale < 36
  return gripsOf(shape).flatMap((grip, i) => {
    // Little boxes show their corners only, so that the grips do not hide the thing.
    if (shape.kind === 'box' && small && i % 2 === 1) return []
    const [x, y] = toScreen(view, [grip.x, grip.y]).map(Math.round) as [number, number]
    const grown = i === corner ? size + 5 : size
    const look = { fill: i === corner ? '#e8590c' : '#fff', stroke: '#1a1a1a', 'stroke-width': 1.5 }
    const rx = round ? grown / 2 : 2
    return [svgElement('rect', { x: x - grown / 2, y: y - grown / 2, width: grown, height: grown, rx, ...look })]
  })
}

function badge([x, y]: Place, text: string): SVGElement[] {
  return chip(Math.round(x) + 10, Math.round(y) + 10, text, '#1a1a1a', '#ffffff')
}

function sizeText({ width, height }: { width: number; height: number }): string {
  return `${Math.round(width)} × ${Math.round(height)}`
}

function chosenElements(model: EditorModel, shape: Shape, view: View, touch: boolean): SVGElement[] {
  const { labels } = model.inputs
  const colour = colourOf(labels, shape.label)
  const bounds = boundsOf(shape)
  const [left, top] = toScreen(view, [bounds.x, bounds.y]).map(Math.round) as [number, number]
  const elements = outline(pathOf(shape, view), colour, 2.5)
  elements.push(
    ...chip(
      shape.kind === 'point' ? left + 10 : left - 1,
      top - (shape.kind === 'point' ? 9 : chipHeight),
      shape.label,
      colour,
      inkOn(colour),
    ),
  )
  if (!model.readOnly) elements.push(...grips(shape, view, model.state.corner, touch))
  if (model.live.draft?.kind === 'edit' && shape.kind !== 'point') {
    elements.push(...badge(toScreen(view, [bounds.x + bounds.width, bounds.y + bounds.height]), sizeText(bounds)))
  }
  return elements
}

function draftElements(model: EditorModel, view: View): SVGElement[] {
  const { draft } = model.live
  const { labels, image } = model.inputs
  const colour = colourOf(labels, model.state.label ?? '')
  if (draft?.kind === 'box') {
    const bounds = boxBetween(draft.from, draft.to, image)
    const end = toScreen(view, [bounds.x + bounds.width, bounds.y + bounds.height])
    const path = pathOf({ id: '-', label: '-', kind: 'box', ...bounds }, view)
    return [...outline(path, colour, 2), ...badge(end, sizeText(bounds))]
  }
  if (draft?.kind !== 'polygon') return []
  const points = draft.to ? [...draft.points, draft.to] : draft.points
  const places = points.map((point) => toScreen(view, point).map(Math.round).join(' '))
  const d = `M${places.join('L')}`
  const corners = draft.points.map((point, i) => {
    const [cx, cy] = toScreen(view, point).map(Math.round) as [number, number]
    const first = i === 0
    const look = { fill: first ? '#e8590c' : '#fff', stroke: '#1a1a1a', 'stroke-width': 1.5 }
    return svgElement('circle', { cx, cy, r: first && draft.points.length >= 3 ? 7 : 4.5, ...look })
  })
  return [...outline(d, colour, 2, draft.points.length > 1 ? 0.14 : 0), ...corners]
}

function cursorElements([x, y]: Place): SVGElement[] {
  const d = `M${x - 18} ${y}H${x - 4}M${x + 4} ${y}H${x + 18}M${x} ${y - 18}V${y - 4}M${x} ${y + 4}V${y + 18}`
  return [
    svgElement('path', { d, stroke: '#fff', 'stroke-width': 5, 'stroke-linecap': 'round' }),
    svgElement('path', { d, stroke: '#1a1a1a', 'stroke-width': 2, 'stroke-linecap': 'round' }),
    svgElement('circle', { cx: x, cy: y, r: 1.5, fill: '#e8590c', stroke: '#fff', 'stroke-width': 1 }),
  ]
}

/** Draws what is chosen, pointed at, half drawn, and the keyboard's crosshair: a handful of elements, in stage pixels. */
export function drawActive(svg: SVGSVGElement, model: EditorModel, view: View, touch: boolean): void {
  const { draft, hoverId, cursor } = model.live
  const elements: SVGElement[] = []
  const chosen = draft?.kind === 'edit' ? draft.shape : model.chosen
  const hovered = hoverId === null || hoverId === chosen?.id ? null : model.shapes.find((shape) => shape.id === hoverId)
  if (hovered) elements.push(...outline(pathOf(hovered, view), colourOf(model.inputs.labels, hovered.label), 2, 0.2))
  if (chosen && !model.isHidden(chosen)) elements.push(...chosenElements(model, chosen, view, touch))
  elements.push(...draftElements(model, view))
  if (cursor) elements.push(...cursorElements(toScreen(view, cursor).map(Math.round) as [number, number]))
  svg.replaceChildren(...elements)
}
