import type { LabelDef, Shape } from './answer.ts'
import { boundsOf } from './geometry.ts'
import { colourOf, inkOn } from './label-look.ts'
import { pathsByLabel } from './shape-paths.ts'
import { chip, chipHeight, chipTextWidth, svgElement } from './svg-element.ts'
import { type Size, toScreen, type View } from './viewport.ts'

/** What the resting shapes are drawn from. */
export interface BaseScene {
  shapes: readonly Shape[]
  /** The earlier revision shown beneath, dashed. */
  previous: readonly Shape[]
  labels: readonly LabelDef[]
  view: View
  stage: Size
  names: boolean
  /** The shape that is being changed and drawn elsewhere. */
  without: string | null
}

/** More shapes than this in sight are drawn thinner and without fill: the picture would drown, and drawing would drag. */
const crowd = 400
/** More names than this in sight help nobody. */
const namesMax = 250

function chipsOf(scene: BaseScene): SVGElement[] {
  const { shapes, labels, view, names, without } = scene
  if (!names || shapes.length > namesMax) return []
  return shapes.flatMap((shape) => {
    if (shape.id === without) return []
    const { x, y, width } = boundsOf(shape)
    const [left, top] = toScreen(view, [x, y]).map(Math.round) as [number, number]
    const room = shape.kind === 'point' ? 400 : width * view.scale
    const number = labels.findIndex((label) => label.name === shape.label) + 1
    // A name that is wider than its shape would cover the neighbours: the label's number stands in for it.
    const texts = number > 0 ? [shape.label, String(number)] : [shape.label]
    const text = texts.find((each) => chipTextWidth(each) + 10 <= room)
    if (text === undefined) return []
    const colour = colourOf(labels, shape.label)
    const above = shape.kind === 'point' ? top - 9 : top - chipHeight
    return chip(shape.kind === 'point' ? left + 10 : left - 1, above, text, colour, inkOn(colour))
  })
}

/**
 * Draws the resting shapes: one white halo for all, one outline per label, small name flags where they fit. A few
 * elements, however many shapes there are; white beneath colour keeps lines visible on dark and light images alike.
 */
export function drawBase(svg: SVGSVGElement, scene: BaseScene): void {
  const { shapes, previous, labels, view, without } = scene
  const crowded = shapes.length > crowd
  const paths = pathsByLabel(shapes, view, without)
  const all = [...paths.values()].join('')
  const beneath = [...pathsByLabel(previous, view, null).values()].join('')
  const elements: SVGElement[] = []
  const line = { fill: 'none', 'stroke-linejoin': 'round' }
  if (beneath !== '') {
    elements.push(svgElement('path', { ...line, d: beneath, stroke: '#fff', 'stroke-width': 4, opacity: 0.9 }))
    elements.push(
      svgElement('path', { ...line, d: beneath, stroke: '#3d3d3d', 'stroke-width': 2, 'stroke-dasharray': '5 4' }),
    )
  }
  if (all !== '') {
    elements.push(
      svgElement('path', {
        ...line,
        d: all,
        stroke: '#fff',
        'stroke-width': crowded ? 3 : 4,
        opacity: crowded ? 0.6 : 0.85,
      }),
    )
  }
  for (const [label, d] of paths) {
    const colour = colourOf(labels, label)
    const look = {
      fill: crowded ? 'none' : colour,
      'fill-opacity': 0.08,
      stroke: colour,
      'stroke-width': crowded ? 1 : 2,
    }
    elements.push(svgElement('path', { ...line, d, ...look }))
  }
  svg.replaceChildren(...elements, ...chipsOf(scene))
}
