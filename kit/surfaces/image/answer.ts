import { z } from 'zod'

/** The most shapes one image may carry; beyond it browsers and exports stop being pleasant. */
export const shapesPerImageMax = 20_000
/** The most corners one polygon may have. */
export const pointsPerPolygonMax = 2_000
/** The most images one answer (one task) may hold. */
export const imagesPerAnswerMax = 5_000
/** The most labels an order's list may hold. */
export const labelsMax = 200

/** Pixels from the top left corner of the image; fractions are allowed. The bound only keeps out nonsense. */
const pixels = z.number().min(-1_000_000).max(1_000_000)
const extent = z.number().min(0).max(1_000_000)
const shapeId = z.string().min(1).max(64)
const labelName = z.string().min(1).max(100)

/** An upright rectangle: its top left corner and its size, in image pixels. */
export const boxShape = z.strictObject({
  id: shapeId,
  label: labelName,
  kind: z.literal('box'),
  x: pixels,
  y: pixels,
  width: extent,
  height: extent,
})

/** A closed outline of `[x, y]` corners in image pixels; the last corner joins the first by itself. */
export const polygonShape = z.strictObject({
  id: shapeId,
  label: labelName,
  kind: z.literal('polygon'),
  points: z.array(z.tuple([pixels, pixels])).max(pointsPerPolygonMax),
})

/** A single place, in image pixels. */
export const pointShape = z.strictObject({
  id: shapeId,
  label: labelName,
  kind: z.literal('point'),
  x: pixels,
  y: pixels,
})

/** One mark a worker made on an image. Too few corners and the like are judged by `checkAnswer`, so drafts can be kept. */
export const shape = z.discriminatedUnion('kind', [boxShape, polygonShape, pointShape])

/** What one image got: its shapes, the labels of the image as a whole, and whether the worker opened it. */
export const imageMarks = z.strictObject({
  shapes: z.array(shape).max(shapesPerImageMax),
  labels: z.array(labelName).max(labelsMax),
  seen: z.boolean(),
})

/** A worker's whole answer to one image task, by item id. */
export const imageAnswer = z.strictObject({
  images: z
    .record(z.string().min(1).max(64), imageMarks)
    .refine((images) => Object.keys(images).length <= imagesPerAnswerMax),
})

/** The ways a label may be used; `image` means it is said of the whole image. */
export const labelKind = z.enum(['box', 'polygon', 'point', 'image'])

/** One label of an order's list, in the client's words, with its drawing colour (`#rrggbb`) and its permitted uses. */
export const labelDef = z.strictObject({
  name: labelName,
  colour: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  kinds: z.array(labelKind).min(1).max(4),
})

/** An order's label list; names are unique, and their order is the order of category numbers in exports. */
export const labelList = z
  .array(labelDef)
  .max(labelsMax)
  .refine((labels) => new Set(labels.map((label) => label.name)).size === labels.length)

export type BoxShape = z.infer<typeof boxShape>
export type Shape = z.infer<typeof shape>
export type ShapeKind = Shape['kind']
export type ImageMarks = z.infer<typeof imageMarks>
export type ImageAnswer = z.infer<typeof imageAnswer>
export type LabelKind = z.infer<typeof labelKind>
export type LabelDef = z.infer<typeof labelDef>

/** An image nobody has opened yet. */
export function emptyMarks(): ImageMarks {
  return { shapes: [], labels: [], seen: false }
}

/** The answer a worker starts from: every image of the task, none opened. */
export function emptyAnswer(itemIds: readonly string[]): ImageAnswer {
  return { images: Object.fromEntries(itemIds.map((itemId) => [itemId, emptyMarks()])) }
}
