import { expect, test } from 'vitest'
import { duplicateNumber } from './publish-rules.ts'

test('finds the clause number that appears twice', () => {
  expect(duplicateNumber([{ number: '1' }, { number: '1.1' }, { number: '2' }])).toBeNull()
  expect(duplicateNumber([{ number: '1' }, { number: '2' }, { number: '1' }])).toBe('1')
})
