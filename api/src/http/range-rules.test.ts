import { expect, test } from 'vitest'
import { askedRange } from './range-rules.ts'

const file = { bytes: 1000, etag: '"abc"' }

test.each<[string | undefined, unknown]>([
  [undefined, 'whole'],
  ['bytes=0-', { from: 0, to: 1000 }],
  ['bytes=200-', { from: 200, to: 1000 }],
  ['bytes=0-0', { from: 0, to: 1 }],
  ['bytes=10-19', { from: 10, to: 20 }],
  ['bytes=990-5000', { from: 990, to: 1000 }],
  ['bytes=-10', { from: 990, to: 1000 }],
  ['bytes=-5000', { from: 0, to: 1000 }],
  ['bytes=1000-', 'unsatisfiable'],
  ['bytes=99999999999999999999-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=20-10', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['items=0-1', 'whole'],
  ['bytes=a-b', 'whole'],
])('%j of 1,000 bytes: %j', (header, asked) => {
  expect(askedRange(header, file)).toEqual(asked)
})

test('a range for other bytes means the whole of these', () => {
  expect(askedRange('bytes=5-9', file, '"abc"')).toEqual({ from: 5, to: 10 })
  expect(askedRange('bytes=5-9', file, '"abd"')).toBe('whole')
  expect(askedRange('bytes=5-9', file, 'W/"abc"')).toBe('whole')
  expect(askedRange('bytes=5-9', file, 'Sat, 21 Nov 2026 00:00:00 GMT')).toBe('whole')
})

test('nothing of an empty file can be asked for', () => {
  expect(askedRange('bytes=0-', { bytes: 0, etag: '""' })).toBe('unsatisfiable')
  expect(askedRange('bytes=-1', { bytes: 0, etag: '""' })).toBe('unsatisfiable')
})
