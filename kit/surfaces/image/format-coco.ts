import { type LabelDef, pointsPerPolygonMax, type Shape, shapesPerImageMax } from './answer.ts'
import {
  assertReadable,
  type ExportImage,
  FormatError,
  type ReadImage,
  readExtent,
  readNumber,
  writeNumber,
} from './export-image.ts'
import { areaOf, boundsOf, cornersOf, type Place } from './geometry.ts'

/** What the head of a COCO file says. */
export interface CocoMeta {
  description: string
  /** Free text such as "2026-11-20"; the caller knows the day. */
  dateCreated: string
  version: string
  contributor: string
  /** Category ids count from 1 in this order. */
  labels: readonly LabelDef[]
}

/** Gives the images from the start each time it is called; the file lists all images before all annotations. */
export type ImageSource = () => Iterable<ExportImage> | AsyncIterable<ExportImage>

/** Chunks are gathered to about this many characters before they are handed on. */
const chunkChars = 64 * 1024

function categoryOf(label: LabelDef, position: number): string {
  const category = { id: position + 1, name: label.name, supercategory: '' }
  return JSON.stringify(
    label.kinds.includes('point') ? { ...category, keypoints: [label.name], skeleton: [] } : category,
  )
}

function imageOf(image: ExportImage): string {
  const { number, fileName, width, height, labels } = image
  const entry = { id: number, file_name: fileName, width, height, license: 0 }
  // COCO has no field for whole-image labels; readers pass over fields they do not know.
  return JSON.stringify(labels.length > 0 ? { ...entry, labels } : entry)
}

const numbers = (values: readonly number[]): string => `[${values.map(writeNumber).join(',')}]`

function annotationOf(id: number, imageId: number, categoryId: number, shape: Shape): string {
  const { x, y, width, height } = boundsOf(shape)
  // A box gets its own rectangle as outline: readers of masks fail on an empty list.
  const outline = shape.kind === 'point' ? '[]' : `[${numbers(cornersOf(shape).flat())}]`
  const keypoint = shape.kind === 'point' ? `,"keypoints":${numbers([shape.x, shape.y, 2])},"num_keypoints":1` : ''
  return `{"id":${id},"image_id":${imageId},"category_id":${categoryId},"bbox":${numbers([x, y, width, height])},"area":${writeNumber(areaOf(shape))},"iscrowd":0,"segmentation":${outline}${keypoint}}`
}

async function* pieces(meta: CocoMeta, source: ImageSource): AsyncGenerator<string> {
  const { description, dateCreated, version, contributor } = meta
  yield `{"info":${JSON.stringify({ description, version, contributor, date_created: dateCreated })},"licenses":[],\n`
  yield `"categories":[${meta.labels.map(categoryOf).join(',')}],\n"images":[`
  let between = '\n'
  for await (const image of source()) {
    yield between + imageOf(image)
    between = ',\n'
  }
  yield '],\n"annotations":['
  between = '\n'
  const categoryIds = new Map(meta.labels.map((label, position) => [label.name, position + 1]))
  let id = 1
  for await (const image of source()) {
    for (const shape of image.shapes) {
      const categoryId = categoryIds.get(shape.label)
      if (categoryId === undefined) throw new FormatError('unknown_class', `${image.fileName}: ${shape.label}`)
      yield between + annotationOf(id++, image.number, categoryId, shape)
      between = ',\n'
    }
  }
  yield ']}\n'
}

/**
 * Writes a COCO object-detection file as chunks of text, in constant memory: `source` is walked twice.
 * Boxes and polygons carry `bbox`, `area`, `segmentation`, `iscrowd: 0`; points become one-keypoint annotations.
 * Throws `FormatError('unknown_class')` when a shape's label is not on the list.
 */
export async function* cocoJson(meta: CocoMeta, source: ImageSource): AsyncGenerator<string> {
  let chunk = ''
  for await (const piece of pieces(meta, source)) {
    chunk += piece
    if (chunk.length >= chunkChars) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk !== '') yield chunk
}

function field(value: unknown, name: string, at: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) {
    throw new FormatError('missing_field', `${at}.${name}`)
  }
  return (value as Record<string, unknown>)[name]
}

function listField(value: unknown, name: string, at: string): unknown[] {
  const list = field(value, name, at)
  if (!Array.isArray(list)) throw new FormatError('missing_field', `${at}.${name}`)
  return list
}

function textField(value: unknown, name: string, at: string): string {
  const text = field(value, name, at)
  if (typeof text !== 'string' || text === '') throw new FormatError('missing_field', `${at}.${name}`)
  return text
}

function isRectangle(points: readonly Place[], box: readonly number[]): boolean {
  const [x, y, width, height] = box as [number, number, number, number]
  const corners = cornersOf({ kind: 'box', id: '-', label: '-', x, y, width, height })
  return (
    points.length === 4 &&
    points.every(
      ([px, py], i) => Math.abs(px - (corners[i] as Place)[0]) + Math.abs(py - (corners[i] as Place)[1]) < 1e-6,
    )
  )
}

function readShape(entry: unknown, id: string, label: string, at: string): Shape {
  const keypoints = typeof entry === 'object' && entry !== null && 'keypoints' in entry ? entry.keypoints : undefined
  if (Array.isArray(keypoints) && keypoints.length >= 3) {
    if (keypoints.length !== 3) throw new FormatError('unsupported_shape', `${at}.keypoints`)
    const [x, y] = [readNumber(keypoints[0], at), readNumber(keypoints[1], at)]
    return { id, label, kind: 'point', x, y }
  }
  const box = listField(entry, 'bbox', at)
  if (box.length !== 4) throw new FormatError('bad_number', `${at}.bbox`)
  const [x, y] = [readNumber(box[0], `${at}.bbox`), readNumber(box[1], `${at}.bbox`)]
  const [width, height] = [readExtent(box[2], `${at}.bbox`), readExtent(box[3], `${at}.bbox`)]
  const outlines =
    typeof entry === 'object' && entry !== null && 'segmentation' in entry ? entry.segmentation : undefined
  if (outlines !== undefined && !Array.isArray(outlines))
    throw new FormatError('unsupported_shape', `${at}.segmentation`)
  if (outlines !== undefined && outlines.length > 1) throw new FormatError('unsupported_shape', `${at}.segmentation`)
  const flat: unknown = outlines?.[0]
  if (flat === undefined) return { id, label, kind: 'box', x, y, width, height }
  if (!Array.isArray(flat) || flat.length % 2 !== 0 || flat.length > pointsPerPolygonMax * 2) {
    throw new FormatError('unsupported_shape', `${at}.segmentation`)
  }
  const values = flat.map((value) => readNumber(value, `${at}.segmentation`))
  const points: [number, number][] = []
  for (let i = 0; i < values.length; i += 2) points.push([values[i] as number, values[i + 1] as number])
  if (isRectangle(points, [x, y, width, height])) return { id, label, kind: 'box', x, y, width, height }
  return { id, label, kind: 'polygon', points }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new FormatError('not_json', 'file')
  }
}

/**
 * Reads a COCO file. An outline that equals its own bounding box comes back as a box. Run-length masks and shapes in
 * several parts are refused with `FormatError('unsupported_shape')`; every error says where it is.
 */
export function readCoco(text: string): { images: ReadImage[]; labels: string[] } {
  assertReadable(text)
  const file = parseJson(text)
  const names = new Map<number, string>()
  listField(file, 'categories', 'file').forEach((entry, i) => {
    names.set(
      readNumber(field(entry, 'id', `categories[${i}]`), `categories[${i}].id`),
      textField(entry, 'name', `categories[${i}]`),
    )
  })
  const images = new Map<number, ReadImage>()
  listField(file, 'images', 'file').forEach((entry, i) => {
    const at = `images[${i}]`
    images.set(readNumber(field(entry, 'id', at), `${at}.id`), {
      fileName: textField(entry, 'file_name', at),
      width: readExtent(field(entry, 'width', at), `${at}.width`),
      height: readExtent(field(entry, 'height', at), `${at}.height`),
      shapes: [],
    })
  })
  listField(file, 'annotations', 'file').forEach((entry, i) => {
    const at = `annotations[${i}]`
    const image = images.get(readNumber(field(entry, 'image_id', at), `${at}.image_id`))
    const label = names.get(readNumber(field(entry, 'category_id', at), `${at}.category_id`))
    if (image === undefined) throw new FormatError('missing_field', `${at}.image_id`)
    if (label === undefined) throw new FormatError('unknown_class', `${at}.category_id`)
    if (image.shapes.length >= shapesPerImageMax) throw new FormatError('too_many_shapes', image.fileName)
    image.shapes.push(readShape(entry, String(image.shapes.length + 1), label, at))
  })
  return { images: [...images.values()], labels: [...names.values()] }
}
