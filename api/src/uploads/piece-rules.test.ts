import { expect, test } from 'vitest'
import { pieceRefusal } from './piece-rules.ts'

test.each([
  ['arriving', 0, 0, null],
  ['arriving', 500, 500, null],
  ['arriving', 500, 0, 'upload.wrong_place'],
  ['arriving', 500, 501, 'upload.wrong_place'],
  ['checking', 500, 500, 'upload.not_arriving'],
  ['taken', 500, 0, 'upload.not_arriving'],
  ['refused', 500, 500, 'upload.not_arriving'],
  ['cancelled', 0, 0, 'upload.not_arriving'],
] as const)('%s with %i bytes, a piece at %i: %s', (state, receivedBytes, from, refusal) => {
  expect(pieceRefusal({ state, receivedBytes, from })).toBe(refusal)
})
