import { type LabelDef, type Shape, shapesPerImageMax } from './answer.ts'
import { assertReadable, type ExportImage, FormatError, readNumber } from './export-image.ts'

/** Shares of the image's size are written with this many decimals: under 0.0001 px of error on a 10,000 px image. */
const shareDecimals = 8

function classNumber(labels: readonly LabelDef[], image: ExportImage): (shape: Shape) => number {
  const numbers = new Map(labels.map((label, position) => [label.name, position]))
  return (shape) => {
    const number = numbers.get(shape.label)
    if (number === undefined) throw new FormatError('unknown_class', `${image.fileName}: ${shape.label}`)
    return number
  }
}

const share = (value: number, whole: number): string => (value / whole).toFixed(shareDecimals)

/** The boxes of one image in YOLO's text form: `class cx cy width height`, as shares of the image's size. */
export function* yoloTxt(image: ExportImage, labels: readonly LabelDef[]): Generator<string> {
  const classOf = classNumber(labels, image)
  const { width, height } = image
  for (const shape of image.shapes) {
    if (shape.kind !== 'box') continue
    const centre = `${share(shape.x + shape.width / 2, width)} ${share(shape.y + shape.height / 2, height)}`
    yield `${classOf(shape)} ${centre} ${share(shape.width, width)} ${share(shape.height, height)}\n`
  }
}

/** The polygons of one image in YOLO's segmentation form: `class x1 y1 x2 y2 …`. They belong in a folder of their own. */
export function* yoloSegTxt(image: ExportImage, labels: readonly LabelDef[]): Generator<string> {
  const classOf = classNumber(labels, image)
  for (const shape of image.shapes) {
    if (shape.kind !== 'polygon') continue
    const corners = shape.points.map(([x, y]) => `${share(x, image.width)} ${share(y, image.height)}`)
    yield `${classOf(shape)} ${corners.join(' ')}\n`
  }
}

/** `classes.txt`: one label per line, class 0 first. */
export function yoloClasses(labels: readonly LabelDef[]): string {
  return labels.map((label) => `${label.name.replace(/[\r\n]+/g, ' ')}\n`).join('')
}

/** `data.yaml` as training tools read it; names are quoted as JSON, which YAML understands. */
export function yoloDataYaml(labels: readonly LabelDef[]): string {
  const names = labels.map((label, position) => `  ${position}: ${JSON.stringify(label.name)}\n`)
  return `path: .\ntrain: images\nval: images\nnames:\n${names.join('')}`
}

/**
 * Reads YOLO text, boxes and polygons mixed, back into pixels of an image of the given size.
 * `classes` are the names in class order. Throws `FormatError` naming the line.
 */
export function readYolo(text: string, image: { width: number; height: number }, classes: readonly string[]): Shape[] {
  assertReadable(text)
  const shapes: Shape[] = []
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return
    const at = `line ${i + 1}`
    if (shapes.length >= shapesPerImageMax) throw new FormatError('too_many_shapes', at)
    const [first, ...rest] = line.trim().split(/\s+/)
    const label = /^\d{1,6}$/.test(first ?? '') ? classes[Number(first)] : undefined
    if (label === undefined) throw new FormatError('unknown_class', at)
    const values = rest.map((value) => readNumber(value, at))
    const id = String(shapes.length + 1)
    if (values.length === 4) {
      const [cx, cy, w, h] = values as [number, number, number, number]
      if (w < 0 || h < 0) throw new FormatError('bad_number', at)
      const [width, height] = [w * image.width, h * image.height]
      shapes.push({
        id,
        label,
        kind: 'box',
        x: cx * image.width - width / 2,
        y: cy * image.height - height / 2,
        width,
        height,
      })
    } else if (values.length >= 6 && values.length % 2 === 0) {
      const points: [number, number][] = []
      for (let k = 0; k < values.length; k += 2) {
        points.push([(values[k] as number) * image.width, (values[k + 1] as number) * image.height])
      }
      shapes.push({ id, label, kind: 'polygon', points })
    } else throw new FormatError('unsupported_shape', at)
  })
  return shapes
}
