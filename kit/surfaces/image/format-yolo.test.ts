import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { LabelDef, Shape } from './answer.ts'
import {
  type ExportImage,
  FormatError,
  readVocXml,
  readYolo,
  yoloClasses,
  yoloDataYaml,
  yoloSegTxt,
  yoloTxt,
} from './formats.ts'

const folder = fileURLToPath(new URL('../../../tests/fixtures/bccd/Annotations/', import.meta.url))
const labels: LabelDef[] = ['RBC', 'WBC', 'Platelets'].map((name) => ({
  name,
  colour: '#cc0000',
  kinds: ['box', 'polygon'],
}))
const files = readdirSync(folder).sort()
const texts = files.map((file) => readFileSync(folder + file, 'utf8'))
const bccd: ExportImage[] = texts.map((text, i) => ({ ...readVocXml(text), number: i + 1, labels: [] }))

function codeOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof FormatError) return error.code
    throw error
  }
  return 'no error'
}

describe('YOLO', () => {
  const classes = labels.map((label) => label.name)
  it('gives 846 real boxes back within a thousandth of a pixel', () => {
    for (const image of bccd) {
      const read = readYolo([...yoloTxt(image, labels)].join(''), image, classes)
      expect(read).toHaveLength(image.shapes.length)
      read.forEach((shape, i) => {
        const right = image.shapes[i] as Extract<Shape, { kind: 'box' }>
        if (shape.kind !== 'box') throw new Error('not a box')
        expect(shape.label).toBe(right.label)
        for (const side of ['x', 'y', 'width', 'height'] as const) expect(shape[side]).toBeCloseTo(right[side], 4)
      })
    }
  })

  it('keeps polygons in files of their own', () => {
    const image: ExportImage = {
      number: 1,
      fileName: 'a',
      width: 100,
      height: 50,
      labels: [],
      shapes: [
        {
          id: '1',
          label: 'WBC',
          kind: 'polygon',
          points: [
            [0, 0],
            [50, 0],
            [100, 25],
          ],
        },
      ],
    }
    expect([...yoloTxt(image, labels)]).toEqual([])
    const text = [...yoloSegTxt(image, labels)].join('')
    expect(text).toBe('1 0.00000000 0.00000000 0.50000000 0.00000000 1.00000000 0.50000000\n')
    expect(readYolo(text, image, classes)).toEqual(image.shapes)
  })

  it('lists its classes and refuses broken lines with their number', () => {
    expect(yoloClasses(labels)).toBe('RBC\nWBC\nPlatelets\n')
    expect(yoloDataYaml(labels)).toContain('  2: "Platelets"')
    const size = { width: 10, height: 10 }
    expect(codeOf(() => readYolo('7 0 0 0 0', size, classes))).toBe('unknown_class')
    expect(codeOf(() => readYolo('0 0 0 0', size, classes))).toBe('unsupported_shape')
    expect(codeOf(() => readYolo('0 0 0 -1 0', size, classes))).toBe('bad_number')
    expect(() => readYolo('0 0 0 0 0\n0 0 x 0 0', size, classes)).toThrow('line 2')
  })
})
