import Flatbush from 'flatbush'
import type { ImageAnswer, ImageMarks, LabelDef, Shape } from './answer.ts'
import { areaOf, boundsOf, crossesItself } from './geometry.ts'
import { overlapOf } from './overlap.ts'

/** What is wrong with an answer; the words for each code are in `words/surface-image.ts`. */
export type ProblemCode =
  | 'not_opened'
  | 'unknown_item'
  | 'unknown_label'
  | 'kind_not_allowed'
  | 'outside_image'
  | 'no_area'
  | 'too_few_corners'
  | 'crosses_itself'
  | 'duplicate_id'
  | 'nothing_marked'
  | 'tiny'
  | 'twin'

/** One finding. An `error` keeps the answer from being submitted; a `hint` only asks the worker to look again. */
export interface Problem {
  code: ProblemCode
  severity: 'error' | 'hint'
  itemId: string
  shapeId?: string
  /** The label concerned, when the finding is about a label of the whole image. */
  label?: string
}

/** What the answer is checked against. */
export interface CheckContext {
  items: readonly { id: string; width: number; height: number; name: string }[]
  labels: readonly LabelDef[]
}

/** Drawing right up to the border may land a rounding error outside; less than this many pixels is forgiven. */
const borderSlack = 0.01
/** Narrower than this many pixels is allowed but most often a slip of the hand. */
const tinyPixels = 3
/** Two shapes of one label sharing this much are most often the same thing drawn twice. */
const twinOverlap = 0.9

type Find = (code: ProblemCode, severity: Problem['severity'], shape?: Shape) => void

function checkGeometry(shape: Shape, size: { width: number; height: number }, find: Find): void {
  const { x, y, width, height } = boundsOf(shape)
  const far = borderSlack
  if (x < -far || y < -far || x + width > size.width + far || y + height > size.height + far) {
    find('outside_image', 'error', shape)
  }
  if (shape.kind === 'point') return
  if (shape.kind === 'polygon' && shape.points.length < 3) return find('too_few_corners', 'error', shape)
  if (shape.kind === 'polygon' && crossesItself(shape.points)) return find('crosses_itself', 'error', shape)
  if (areaOf(shape) < 1) find('no_area', 'error', shape)
  else if (width < tinyPixels || height < tinyPixels) find('tiny', 'hint', shape)
}

function findTwins(shapes: readonly Shape[], find: Find): void {
  const solid = shapes.filter((shape) => shape.kind !== 'point')
  if (solid.length < 2) return
  const index = new Flatbush(solid.length)
  for (const shape of solid) {
    const at = boundsOf(shape)
    index.add(at.x, at.y, at.x + at.width, at.y + at.height)
  }
  index.finish()
  solid.forEach((shape, position) => {
    const at = boundsOf(shape)
    const earlier = index.search(at.x, at.y, at.x + at.width, at.y + at.height, (other) => {
      const twin = solid[other]
      return other < position && twin?.label === shape.label && overlapOf(twin, shape) >= twinOverlap
    })
    if (earlier.length > 0) find('twin', 'hint', shape)
  })
}

function checkMarks(
  marks: ImageMarks,
  item: { width: number; height: number },
  labels: ReadonlyMap<string, LabelDef>,
  find: Find,
  findLabel: (code: ProblemCode, label: string) => void,
): void {
  const ids = new Set<string>()
  for (const shape of marks.shapes) {
    const label = labels.get(shape.label)
    if (ids.has(shape.id)) find('duplicate_id', 'error', shape)
    ids.add(shape.id)
    if (label === undefined) find('unknown_label', 'error', shape)
    else if (!label.kinds.includes(shape.kind)) find('kind_not_allowed', 'error', shape)
    checkGeometry(shape, item, find)
  }
  for (const name of marks.labels) {
    const label = labels.get(name)
    if (label === undefined) findLabel('unknown_label', name)
    else if (!label.kinds.includes('image')) findLabel('kind_not_allowed', name)
  }
  if (!marks.seen) find('not_opened', 'error')
  else if (marks.shapes.length === 0 && marks.labels.length === 0) find('nothing_marked', 'hint')
  findTwins(marks.shapes, find)
}

/** Everything wrong or doubtful in an answer, in the order of the items; empty means it can be submitted as it is. */
export function checkAnswer(answer: ImageAnswer, { items, labels }: CheckContext): Problem[] {
  const problems: Problem[] = []
  const byName = new Map(labels.map((label) => [label.name, label]))
  const known = new Set(items.map((item) => item.id))
  for (const item of items) {
    const find: Find = (code, severity, shape) =>
      problems.push({ code, severity, itemId: item.id, ...(shape ? { shapeId: shape.id } : {}) })
    const marks = Object.hasOwn(answer.images, item.id) ? answer.images[item.id] : undefined
    if (marks === undefined) {
      find('not_opened', 'error')
      continue
    }
    checkMarks(marks, item, byName, find, (code, label) =>
      problems.push({ code, severity: 'error', itemId: item.id, label }),
    )
  }
  for (const itemId of Object.keys(answer.images)) {
    if (!known.has(itemId)) problems.push({ code: 'unknown_item', severity: 'error', itemId })
  }
  return problems
}

/** Whether any finding keeps the answer from being submitted. */
export function hasError(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error')
}
