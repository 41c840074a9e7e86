import { expect, test } from 'vitest'
import { offerRefusal, repeatedLabels, submitRefusal } from './order-rules.ts'

const ready = { items: 1, labels: 1, dueOn: '2026-11-21', today: '2026-11-20' }

test('a draft with files, labels and a day to come may be handed in', () => {
  expect(submitRefusal(ready)).toBeNull()
})

test.each([
  [{ items: 0 }, 'order.needs_items'],
  [{ labels: 0 }, 'order.needs_labels'],
  [{ dueOn: null }, 'order.needs_due_day'],
  [{ dueOn: '2026-11-20' }, 'order.due_day_past'],
  [{ dueOn: '2025-12-31' }, 'order.due_day_past'],
])('with %j it may not: %s', (change, code) => {
  expect(submitRefusal({ ...ready, ...change })).toBe(code)
})

test('a price below cost needs a note; at cost it needs none', () => {
  expect(offerRefusal({ marginYen: -1, note: '' })).toBe('quote.below_cost')
  expect(offerRefusal({ marginYen: -1, note: 'はじめての案件のため' })).toBeNull()
  expect(offerRefusal({ marginYen: 0, note: '' })).toBeNull()
})

test('a label named twice is found at its second place', () => {
  const labels = ['車', '人', '車', '犬', '車'].map((name) => ({ name }))
  expect(repeatedLabels(labels)).toEqual([2, 4])
  expect(repeatedLabels(labels.slice(0, 2))).toEqual([])
})
