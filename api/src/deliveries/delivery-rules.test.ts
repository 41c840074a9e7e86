import { orderStates } from '@tsumugi/kit/contract/orders.ts'
import { describe, expect, test } from 'vitest'
import { decideRefusal, downloadRefusal, makeDeliveryRefusal } from './delivery-rules.ts'

const whole = { order: 'running', making: false, work: { tasks: 8, accepted: 8 } } as const

describe('making a delivery', () => {
  test('only while the order runs', () => {
    for (const order of orderStates) {
      expect(makeDeliveryRefusal({ ...whole, order })).toBe(order === 'running' ? null : 'order.wrong_state')
    }
  })
  test('only of whole orders, one at a time', () => {
    expect(makeDeliveryRefusal({ ...whole, making: true })).toBe('delivery.already_making')
    expect(makeDeliveryRefusal({ ...whole, work: { tasks: 8, accepted: 7 } })).toBe('order.work_unfinished')
    expect(makeDeliveryRefusal({ ...whole, work: { tasks: 8, accepted: 0 } })).toBe('delivery.nothing_accepted')
    expect(makeDeliveryRefusal({ ...whole, work: { tasks: 0, accepted: 0 } })).toBe('delivery.nothing_accepted')
  })
})

describe('taking a delivery', () => {
  test('the package can be taken once it is made, whatever was decided', () => {
    expect(
      ['making', 'failed', 'ready', 'accepted', 'change_requested'].map((state) => downloadRefusal(state as 'ready')),
    ).toEqual(['delivery.not_ready', 'delivery.not_ready', null, null, null])
  })
  test('the client decides once, on a ready delivery of a delivered order', () => {
    expect(decideRefusal({ order: 'delivered', delivery: 'ready' })).toBe(null)
    expect(decideRefusal({ order: 'delivered', delivery: 'accepted' })).toBe('delivery.not_ready')
    expect(decideRefusal({ order: 'cancelled', delivery: 'ready' })).toBe('order.wrong_state')
  })
})
