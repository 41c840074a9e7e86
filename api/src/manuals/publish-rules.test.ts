import { orderStates } from '@tsumugi/kit/contract/orders.ts'
import { expect, test } from 'vitest'
import { duplicateNumber, publishRefusal } from './publish-rules.ts'

test('finds the clause number that appears twice', () => {
  expect(duplicateNumber([{ number: '1' }, { number: '1.1' }, { number: '2' }])).toBeNull()
  expect(duplicateNumber([{ number: '1' }, { number: '2' }, { number: '1' }])).toBe('1')
})

test('a manual stays as it is once its order is closed or cancelled', () => {
  expect(orderStates.filter((state) => publishRefusal(state) !== null)).toEqual(['closed', 'cancelled'])
})
