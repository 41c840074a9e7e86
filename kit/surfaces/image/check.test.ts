import { describe, expect, it } from 'vitest'
import type { ImageMarks, LabelDef, Shape } from './answer.ts'
import { checkAnswer, hasError } from './check.ts'

const items = [{ id: '1', width: 640, height: 480, name: 'a.jpg' }]
const labels: LabelDef[] = [
  { name: 'RBC', colour: '#cc0000', kinds: ['box', 'polygon'] },
  { name: 'tip', colour: '#00cc00', kinds: ['point'] },
  { name: 'blurred', colour: '#0000cc', kinds: ['image'] },
]
const box = (change: object = {}): Shape => ({
  id: 'a',
  label: 'RBC',
  kind: 'box',
  x: 0,
  y: 0,
  width: 50,
  height: 50,
  ...change,
})
const outline = (points: [number, number][]): Shape => ({ id: 'p', label: 'RBC', kind: 'polygon', points })

function codes(marks: Partial<ImageMarks>): string[] {
  const problems = checkAnswer({ images: { 1: { shapes: [], labels: [], seen: true, ...marks } } }, { items, labels })
  return problems.map((problem) =>
    `${problem.severity} ${problem.code} ${problem.shapeId ?? problem.label ?? ''}`.trim(),
  )
}

describe('checking an answer', () => {
  it('finds nothing in a good one', () => {
    expect(codes({ shapes: [box(), box({ id: 'b', x: 590, y: 430 })], labels: ['blurred'] })).toEqual([])
  })

  it.each([
    ['a label that is not on the list', { shapes: [box({ label: 'cat' })] }, 'error unknown_label a'],
    [
      'a kind the label does not allow',
      { shapes: [{ id: 't', label: 'RBC', kind: 'point', x: 1, y: 1 }] },
      'error kind_not_allowed t',
    ],
    ['a box label said of the whole image', { labels: ['RBC'] }, 'error kind_not_allowed RBC'],
    ['an unknown label of the whole image', { labels: ['cat'] }, 'error unknown_label cat'],
    ['a shape over the border', { shapes: [box({ x: 600 })] }, 'error outside_image a'],
    ['a shape above the border', { shapes: [box({ y: -1 })] }, 'error outside_image a'],
    ['a box without area', { shapes: [box({ width: 0 })] }, 'error no_area a'],
    ['a very small box', { shapes: [box({ width: 2 })] }, 'hint tiny a'],
    [
      'two corners',
      {
        shapes: [
          outline([
            [0, 0],
            [9, 9],
          ]),
        ],
      },
      'error too_few_corners p',
    ],
    [
      'a crossing outline',
      {
        shapes: [
          outline([
            [0, 0],
            [50, 50],
            [50, 0],
            [0, 40],
          ]),
        ],
      },
      'error crosses_itself p',
    ],
    ['an id used twice', { shapes: [box(), box({ x: 100 })] }, 'error duplicate_id a'],
    ['an image that was not opened', { seen: false }, 'error not_opened'],
    ['an image without any mark', {}, 'hint nothing_marked'],
    ['one thing drawn twice', { shapes: [box(), box({ id: 'b', x: 1 })] }, 'hint twin b'],
  ] as [string, Partial<ImageMarks>, string][])('finds %s', (_, marks, expected) => {
    expect(codes(marks)).toEqual([expected])
  })

  it('finds missing and foreign images, even by hostile names', () => {
    const problems = checkAnswer(
      { images: { 9: { shapes: [], labels: [], seen: true } } },
      { items: [...items, { ...items[0]!, id: 'toString' }], labels },
    )
    expect(problems.map(({ code, itemId }) => [code, itemId])).toEqual([
      ['not_opened', '1'],
      ['not_opened', 'toString'],
      ['unknown_item', '9'],
    ])
    expect(hasError(problems)).toBe(true)
    expect(hasError([])).toBe(false)
  })
})
