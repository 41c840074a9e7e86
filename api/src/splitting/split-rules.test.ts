import { orderStates } from '@tsumugi/kit/contract/orders.ts'
import { describe, expect, test } from 'vitest'
import { cancelSplitRefusal, startSplitRefusal } from './split-rules.ts'

describe('splitting', () => {
  test('only an agreed order is split', () => {
    for (const order of orderStates) {
      expect(startSplitRefusal({ order, live: null })).toBe(order === 'agreed' ? null : 'order.wrong_state')
    }
  })
  test('an order that is split or being split is not split again', () => {
    expect(startSplitRefusal({ order: 'agreed', live: 'running' })).toBe('split.already_done')
    expect(startSplitRefusal({ order: 'agreed', live: 'done' })).toBe('split.already_done')
  })
  test('a split is undone until the order runs', () => {
    expect(cancelSplitRefusal({ order: 'agreed', live: 'running' })).toBe(null)
    expect(cancelSplitRefusal({ order: 'agreed', live: 'done' })).toBe(null)
    expect(cancelSplitRefusal({ order: 'agreed', live: null })).toBe('split.not_running')
    expect(cancelSplitRefusal({ order: 'running', live: 'done' })).toBe('order.wrong_state')
  })
})
