import Flatbush from 'flatbush'
import type { ImageAnswer, Shape } from './answer.ts'
import { boundsOf } from './geometry.ts'
import { overlapOf } from './overlap.ts'

/** When two shapes count as the same thing. */
export interface CompareOptions {
  /** Least overlap (shared area over joint area) for boxes and polygons, 0 to 1. */
  overlapMin?: number
  /** Most pixels two points may lie apart. */
  pointPixelsMax?: number
}

/** A shape of the worker's and the shape it stands for; `overlap` is 0 to 1, for points 1 means the same place. */
export interface Pair {
  givenId: string
  expectedId: string
  overlap: number
}

/** How one image, one label or a whole answer agrees with another. */
export interface Agreement {
  matched: number
  missed: number
  extra: number
  /** Mean over the matched pairs; 0 when nothing matched. */
  meanOverlap: number
  /** Right ones among those given, 0 to 1; 1 when nothing was given. */
  precision: number
  /** Found ones among those expected, 0 to 1; 1 when nothing was expected. */
  recall: number
}

/** The comparison of one image's shapes. */
export interface ShapesComparison extends Agreement {
  pairs: Pair[]
  missedIds: string[]
  extraIds: string[]
  /** Shapes at the right place under another label; each also counts as one missed and one extra. */
  mislabelled: Pair[]
  byLabel: Record<string, Agreement>
}

function agreementOf(pairs: readonly Pair[], missed: number, extra: number): Agreement {
  const matched = pairs.length
  return {
    matched,
    missed,
    extra,
    meanOverlap: matched === 0 ? 0 : pairs.reduce((sum, pair) => sum + pair.overlap, 0) / matched,
    precision: matched + extra === 0 ? 1 : matched / (matched + extra),
    recall: matched + missed === 0 ? 1 : matched / (matched + missed),
  }
}

function likenessOf(a: Shape, b: Shape, pointPixelsMax: number): number {
  if (a.kind !== 'point' || b.kind !== 'point') return overlapOf(a, b)
  const apart = Math.hypot(a.x - b.x, a.y - b.y)
  return apart <= pointPixelsMax ? 1 - apart / (2 * pointPixelsMax || 1) : 0
}

function sameSort(a: Shape, b: Shape): boolean {
  return (a.kind === 'point') === (b.kind === 'point')
}

/** Pairs shapes one to one, the best likeness first (the habit of the published detection measures). */
function pairUp(
  given: readonly Shape[],
  expected: readonly Shape[],
  options: Required<CompareOptions>,
  mayPair: (a: Shape, b: Shape) => boolean,
): Pair[] {
  if (given.length === 0 || expected.length === 0) return []
  const index = new Flatbush(expected.length)
  for (const shape of expected) {
    const at = boundsOf(shape)
    index.add(at.x, at.y, at.x + at.width, at.y + at.height)
  }
  index.finish()
  const candidates: { g: number; e: number; overlap: number }[] = []
  given.forEach((shape, g) => {
    const at = boundsOf(shape)
    const reach = shape.kind === 'point' ? options.pointPixelsMax : 0
    for (const e of index.search(at.x - reach, at.y - reach, at.x + at.width + reach, at.y + at.height + reach)) {
      const other = expected[e] as Shape
      if (!sameSort(shape, other) || !mayPair(shape, other)) continue
      const overlap = likenessOf(shape, other, options.pointPixelsMax)
      if (overlap > 0 && (shape.kind === 'point' || overlap >= options.overlapMin)) candidates.push({ g, e, overlap })
    }
  })
  candidates.sort((a, b) => b.overlap - a.overlap || a.g - b.g || a.e - b.e)
  const usedGiven = new Set<number>()
  const usedExpected = new Set<number>()
  const pairs: Pair[] = []
  for (const { g, e, overlap } of candidates) {
    if (usedGiven.has(g) || usedExpected.has(e)) continue
    usedGiven.add(g)
    usedExpected.add(e)
    pairs.push({ givenId: (given[g] as Shape).id, expectedId: (expected[e] as Shape).id, overlap })
  }
  return pairs
}

/** Matches one image's shapes with the expected ones, label by label. Ids must be unique on either side. */
export function compareShapes(
  given: readonly Shape[],
  expected: readonly Shape[],
  options: CompareOptions = {},
): ShapesComparison {
  const set = { overlapMin: options.overlapMin ?? 0.5, pointPixelsMax: options.pointPixelsMax ?? 10 }
  const pairs = pairUp(given, expected, set, (a, b) => a.label === b.label)
  const foundGiven = new Set(pairs.map((pair) => pair.givenId))
  const foundExpected = new Set(pairs.map((pair) => pair.expectedId))
  const extra = given.filter((shape) => !foundGiven.has(shape.id))
  const missed = expected.filter((shape) => !foundExpected.has(shape.id))
  const labelOf = new Map(expected.map((shape) => [shape.id, shape.label]))
  const byLabel: Record<string, Agreement> = Object.create(null)
  for (const label of new Set([...given, ...expected].map((shape) => shape.label))) {
    byLabel[label] = agreementOf(
      pairs.filter((pair) => labelOf.get(pair.expectedId) === label),
      missed.filter((shape) => shape.label === label).length,
      extra.filter((shape) => shape.label === label).length,
    )
  }
  return {
    ...agreementOf(pairs, missed.length, extra.length),
    pairs,
    missedIds: missed.map((shape) => shape.id),
    extraIds: extra.map((shape) => shape.id),
    mislabelled: pairUp(extra, missed, set, (a, b) => a.label !== b.label),
    byLabel,
  }
}

/** The comparison of two answers: image by image, and over all. */
export interface AnswerComparison extends Agreement {
  images: Record<string, ShapesComparison & { missedLabels: string[]; extraLabels: string[] }>
}

/** Matches a worker's answer with the expected one; images missing on one side count as empty there. */
export function compareAnswers(
  given: ImageAnswer,
  expected: ImageAnswer,
  options: CompareOptions = {},
): AnswerComparison {
  const images: AnswerComparison['images'] = {}
  const pairs: Pair[] = []
  let missed = 0
  let extra = 0
  for (const itemId of new Set([...Object.keys(given.images), ...Object.keys(expected.images)])) {
    const mine = given.images[itemId]
    const right = expected.images[itemId]
    const compared = compareShapes(mine?.shapes ?? [], right?.shapes ?? [], options)
    images[itemId] = {
      ...compared,
      missedLabels: (right?.labels ?? []).filter((label) => !mine?.labels.includes(label)),
      extraLabels: (mine?.labels ?? []).filter((label) => !right?.labels.includes(label)),
    }
    pairs.push(...compared.pairs)
    missed += compared.missed
    extra += compared.extra
  }
  return { ...agreementOf(pairs, missed, extra), images }
}
