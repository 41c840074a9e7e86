import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { LabelDef, Shape } from './answer.ts'
import { cocoJson, type ExportImage, FormatError, readCoco, readVocXml, vocXml } from './formats.ts'

const folder = fileURLToPath(new URL('../../../tests/fixtures/bccd/Annotations/', import.meta.url))
const labels: LabelDef[] = ['RBC', 'WBC', 'Platelets'].map((name) => ({
  name,
  colour: '#cc0000',
  kinds: ['box', 'polygon'],
}))
const files = readdirSync(folder).sort()
const texts = files.map((file) => readFileSync(folder + file, 'utf8'))
const bccd: ExportImage[] = texts.map((text, i) => ({ ...readVocXml(text), number: i + 1, labels: [] }))
const meta = { description: 'd', dateCreated: '2026-11-20', version: '1', contributor: 'c', labels }

const numbersIn = (xml: string) =>
  [...xml.matchAll(/<(name|xmin|ymin|xmax|ymax|width|height)>(.*?)</g)].map(([, field, value]) => `${field} ${value}`)

async function textOf(source: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const chunk of source) text += chunk
  return text
}

function codeOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof FormatError) return error.code
    throw error
  }
  return 'no error'
}

describe('Pascal VOC', () => {
  it('gives every number of 60 real files back unchanged', () => {
    expect(bccd.flatMap((image) => image.shapes)).toHaveLength(846)
    bccd.forEach((image, i) => {
      expect(numbersIn([...vocXml(image)].join(''))).toEqual(numbersIn(texts[i] as string))
    })
  })

  it('keeps every real box inside its image in zero-based pixels', () => {
    for (const image of bccd) {
      for (const shape of image.shapes as Extract<Shape, { kind: 'box' }>[]) {
        expect(Math.min(shape.x, shape.y)).toBeGreaterThanOrEqual(0)
        expect(shape.x + shape.width).toBeLessThanOrEqual(image.width)
        expect(shape.y + shape.height).toBeLessThanOrEqual(image.height)
      }
    }
  })

  it('carries names with markup, and polygons, through a round trip', () => {
    const image: ExportImage = {
      number: 1,
      fileName: '写真 <1> & "2".jpg',
      width: 10,
      height: 10,
      labels: [],
      shapes: [
        {
          id: '1',
          label: "a<b>&'\u0001細胞𠮷",
          kind: 'polygon',
          points: [
            [0.5, 0.5],
            [9.25, 1],
            [3, 8],
          ],
        },
      ],
    }
    const read = readVocXml([...vocXml(image)].join(''))
    expect(read.fileName).toBe(image.fileName)
    expect(read.shapes).toEqual([{ ...image.shapes[0], label: "a<b>&'細胞𠮷" }])
  })

  it('refuses hostile and broken files with a reason', () => {
    expect(codeOf(() => readVocXml('<!DOCTYPE a [<!ENTITY b "c">]><annotation/>'))).toBe('declares_entities')
    expect(codeOf(() => readVocXml('<annotation>'))).toBe('not_xml')
    expect(codeOf(() => readVocXml('<annotation></object>'))).toBe('not_xml')
    expect(codeOf(() => readVocXml('not xml'))).toBe('not_xml')
    expect(codeOf(() => readVocXml('<a>'.repeat(100)))).toBe('too_deep')
    expect(codeOf(() => readVocXml('<annotation/>'))).toBe('missing_field')
    const real = texts[0] as string
    expect(codeOf(() => readVocXml(real.replace('<xmin>260<', '<xmin>NaN<')))).toBe('bad_number')
    expect(codeOf(() => readVocXml(real.replace('<xmin>260<', '<xmin>9999999999<')))).toBe('bad_number')
    expect(codeOf(() => readVocXml(real.replace('<xmax>491<', '<xmax>1<')))).toBe('bad_number')
    expect(codeOf(() => readVocXml(real.slice(0, -30)))).toBe('not_xml')
  })
})

describe('COCO', () => {
  it('gives 846 real boxes back box for box', async () => {
    const read = readCoco(await textOf(cocoJson(meta, () => bccd)))
    expect(read.labels).toEqual(['RBC', 'WBC', 'Platelets'])
    expect(read.images.map(({ shapes }) => shapes)).toEqual(bccd.map(({ shapes }) => shapes))
  })

  it('writes the published fields', async () => {
    const image: ExportImage = {
      number: 7,
      fileName: 'a.jpg',
      width: 10,
      height: 10,
      labels: ['dark'],
      shapes: [
        { id: 'x', label: 'WBC', kind: 'box', x: 1, y: 2, width: 3, height: 4 },
        {
          id: 'y',
          label: 'RBC',
          kind: 'polygon',
          points: [
            [0, 0],
            [4, 0],
            [0, 4],
          ],
        },
      ],
    }
    const file = JSON.parse(
      await textOf(
        cocoJson(meta, async function* () {
          yield image
        }),
      ),
    )
    expect(file.categories[1]).toEqual({ id: 2, name: 'WBC', supercategory: '' })
    expect(file.images).toEqual([{ id: 7, file_name: 'a.jpg', width: 10, height: 10, license: 0, labels: ['dark'] }])
    expect(file.annotations).toEqual([
      {
        id: 1,
        image_id: 7,
        category_id: 2,
        bbox: [1, 2, 3, 4],
        area: 12,
        iscrowd: 0,
        segmentation: [[1, 2, 4, 2, 4, 6, 1, 6]],
      },
      {
        id: 2,
        image_id: 7,
        category_id: 1,
        bbox: [0, 0, 4, 4],
        area: 8,
        iscrowd: 0,
        segmentation: [[0, 0, 4, 0, 0, 4]],
      },
    ])
  })

  it('stays in constant memory over very many shapes', async () => {
    const shapes = (bccd[0] as ExportImage).shapes
    let longest = 0
    let total = 0
    for await (const chunk of cocoJson(meta, function* () {
      for (let number = 1; number <= 5_000; number++) yield { ...(bccd[0] as ExportImage), number, shapes }
    })) {
      longest = Math.max(longest, chunk.length)
      total += chunk.length
    }
    expect(total).toBeGreaterThan(10_000_000)
    expect(longest).toBeLessThan(70_000)
  })

  it('reads points, and refuses what it cannot hold', async () => {
    const tip: LabelDef[] = [{ name: 'tip', colour: '#000000', kinds: ['point'] }]
    const shape: Shape = { id: '1', label: 'tip', kind: 'point', x: 2.5, y: 3 }
    const image: ExportImage = { number: 1, fileName: 'a', width: 9, height: 9, labels: [], shapes: [shape] }
    const text = await textOf(cocoJson({ ...meta, labels: tip }, () => [image]))
    expect(readCoco(text).images[0]?.shapes).toEqual([shape])
    const broken = (change: (file: { annotations: Record<string, unknown>[] }) => void) => {
      const file = JSON.parse(text)
      change(file)
      return codeOf(() => readCoco(JSON.stringify(file)))
    }
    expect(broken((file) => Object.assign(file.annotations[0]!, { category_id: 5 }))).toBe('unknown_class')
    expect(broken((file) => Object.assign(file.annotations[0]!, { image_id: 5 }))).toBe('missing_field')
    expect(broken((file) => Object.assign(file.annotations[0]!, { keypoints: null, bbox: [0, 0, -1, 1] }))).toBe(
      'bad_number',
    )
    expect(
      broken((file) =>
        Object.assign(file.annotations[0]!, { keypoints: null, segmentation: { counts: 'a', size: [1, 1] } }),
      ),
    ).toBe('unsupported_shape')
    expect(codeOf(() => readCoco('{'))).toBe('not_json')
    expect(codeOf(() => readCoco('[]'))).toBe('missing_field')
    await expect(textOf(cocoJson(meta, () => [image]))).rejects.toThrow('unknown_class')
  })
})
