import { type Shape, shapesPerImageMax } from './answer.ts'
import { type ExportImage, FormatError, type ReadImage, readExtent, readNumber, writeNumber } from './export-image.ts'
import { boundsOf } from './geometry.ts'
import { readXml, writeXmlText, type XmlElement } from './xml-reader.ts'

/*
 * Pascal VOC counts pixels from 1 and includes the last one: a box over the whole of a 640 px wide image is 1 to 640.
 * So xmin = x + 1 and xmax = x + width. Real files agree: their smallest xmin is 1, their largest xmax the width.
 */

function objectOf(shape: Shape, image: ExportImage): string {
  const { x, y, width, height } = boundsOf(shape)
  const outline =
    shape.kind === 'polygon'
      ? `\n\t\t<polygon>${shape.points.map(([px, py], i) => `<x${i + 1}>${writeNumber(px)}</x${i + 1}><y${i + 1}>${writeNumber(py)}</y${i + 1}>`).join('')}</polygon>`
      : ''
  // The enclosing pixels of a polygon; a box keeps its own numbers.
  const round = shape.kind === 'polygon'
  const left = round ? Math.floor(x) : x
  const top = round ? Math.floor(y) : y
  const right = round ? Math.ceil(x + width) : x + width
  const bottom = round ? Math.ceil(y + height) : y + height
  const truncated = left <= 0 || top <= 0 || right >= image.width || bottom >= image.height ? 1 : 0
  return `\t<object>
\t\t<name>${writeXmlText(shape.label)}</name>
\t\t<pose>Unspecified</pose>
\t\t<truncated>${truncated}</truncated>
\t\t<difficult>0</difficult>
\t\t<bndbox>
\t\t\t<xmin>${writeNumber(left + 1)}</xmin>
\t\t\t<ymin>${writeNumber(top + 1)}</ymin>
\t\t\t<xmax>${writeNumber(right)}</xmax>
\t\t\t<ymax>${writeNumber(bottom)}</ymax>
\t\t</bndbox>${outline}
\t</object>\n`
}

/**
 * One image as a Pascal VOC file, piece by piece. Polygons also carry their outline in `<polygon>` (zero-based pixels);
 * points are left out, because VOC objects are boxes.
 */
export function* vocXml(image: ExportImage): Generator<string> {
  yield `<annotation>
\t<folder>images</folder>
\t<filename>${writeXmlText(image.fileName)}</filename>
\t<source>
\t\t<database>Unknown</database>
\t</source>
\t<size>
\t\t<width>${image.width}</width>
\t\t<height>${image.height}</height>
\t\t<depth>3</depth>
\t</size>
\t<segmented>0</segmented>\n`
  for (const shape of image.shapes) if (shape.kind !== 'point') yield objectOf(shape, image)
  yield '</annotation>\n'
}

function child(element: XmlElement, name: string, at: string): XmlElement {
  const found = element.children.find((inner) => inner.name === name)
  if (found === undefined) throw new FormatError('missing_field', `${at}/${name}`)
  return found
}

function numberIn(element: XmlElement, name: string, at: string): number {
  return readNumber(child(element, name, at).text, `${at}/${name}`)
}

function readOutline(element: XmlElement, at: string): [number, number][] {
  const points: [number, number][] = []
  for (let i = 1; element.children.some((inner) => inner.name === `x${i}`); i++) {
    points.push([numberIn(element, `x${i}`, at), numberIn(element, `y${i}`, at)])
  }
  return points
}

function readObject(object: XmlElement, id: string, at: string): Shape {
  const label = child(object, 'name', at).text.trim()
  if (label === '') throw new FormatError('missing_field', `${at}/name`)
  const outline = object.children.find((inner) => inner.name === 'polygon')
  if (outline !== undefined) return { id, label, kind: 'polygon', points: readOutline(outline, `${at}/polygon`) }
  const bndbox = child(object, 'bndbox', at)
  const x = numberIn(bndbox, 'xmin', at) - 1
  const y = numberIn(bndbox, 'ymin', at) - 1
  const width = numberIn(bndbox, 'xmax', at) - x
  const height = numberIn(bndbox, 'ymax', at) - y
  if (width < 0 || height < 0) throw new FormatError('bad_number', `${at}/bndbox`)
  return { id, label, kind: 'box', x, y, width, height }
}

/** Reads a Pascal VOC file into zero-based pixels. Throws `FormatError` that says which field is wrong. */
export function readVocXml(text: string): ReadImage {
  const root = readXml(text)
  if (root.name !== 'annotation') throw new FormatError('missing_field', 'annotation')
  const size = child(root, 'size', 'annotation')
  const objects = root.children.filter((element) => element.name === 'object')
  if (objects.length > shapesPerImageMax) throw new FormatError('too_many_shapes', 'annotation')
  return {
    fileName: child(root, 'filename', 'annotation').text.trim(),
    width: readExtent(child(size, 'width', 'size').text, 'size/width'),
    height: readExtent(child(size, 'height', 'size').text, 'size/height'),
    shapes: objects.map((object, i) => readObject(object, String(i + 1), `object[${i + 1}]`)),
  }
}
