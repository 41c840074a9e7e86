import { expect, test } from 'vitest'
import { historyLines } from './history-lines.ts'

let next = 0
const event = (action: string, facts: Record<string, string | number> = {}, actor = '朝日 亮') => ({
  id: String(++next),
  action,
  happenedAt: `2026-11-20T00:00:${String(60 - next).padStart(2, '0')}Z`,
  actor,
  actorRole: null,
  reason: null,
  facts,
})
const told = (events: ReturnType<typeof event>[]) =>
  historyLines(events).map(({ action, facts }) => [action, facts.count ?? null])

test('files put in one after the other are one line with their sum', () => {
  const history = [
    event('order.submitted'),
    event('item.added', { count: 1 }),
    event('item.added', { count: 24 }),
    event('item.added', { count: 1 }),
    event('order.created'),
  ]
  expect(told(history)).toEqual([
    ['order.submitted', null],
    ['item.added', 26],
    ['order.created', null],
  ])
  expect(historyLines(history)[1]?.happenedAt).toBe(history[1]?.happenedAt)
  // What was handed in is left as it was.
  expect(history[1]?.facts.count).toBe(1)
})

test('different people, and something in between, begin a new line', () => {
  const history = [
    event('item.added', { count: 1 }),
    event('item.added', { count: 1 }, '別の人'),
    event('order.changed', {}, '別の人'),
    event('order.changed', {}, '別の人'),
    event('item.added', { count: 1 }, '別の人'),
  ]
  expect(told(history)).toEqual([
    ['item.added', 1],
    ['item.added', 1],
    ['order.changed', null],
    ['item.added', 1],
  ])
})

test('decisions are never folded, nor downloads of different versions', () => {
  expect(told([event('quote.offered', { version: 2 }), event('quote.offered', { version: 1 })])).toHaveLength(2)
  expect(
    told([event('delivery.downloaded', { version: 2 }), event('delivery.downloaded', { version: 1 })]),
  ).toHaveLength(2)
  expect(
    told([event('delivery.downloaded', { version: 1 }), event('delivery.downloaded', { version: 1 })]),
  ).toHaveLength(1)
})
