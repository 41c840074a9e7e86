import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { gatherTopics } from './gather-topics.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const handed: string[][] = []
beforeEach(() => void handed.splice(0))
/** A screen whose draw is always the worst. */
const screen = () => gatherTopics((topics) => handed.push([...topics]), { chance: () => 1 })

it('hands on once what comes close together, soon where few were told', () => {
  const gather = screen()
  gather(['task', 'order'])
  gather(['task', 'team'], 2)
  vi.advanceTimersByTime(119)
  expect(handed).toEqual([])
  vi.advanceTimersByTime(20)
  expect(handed).toEqual([['task', 'order', 'team']])
})

it('takes its time where a thousand were told, and no change among them makes it sooner or later', () => {
  const gather = screen()
  for (let second = 0; second < 8; second++) {
    gather(['team'], 1_000)
    vi.advanceTimersByTime(1_000)
  }
  expect(handed).toEqual([])
  vi.advanceTimersByTime(120)
  expect(handed).toEqual([['team']])
})

it('does not keep waiting what few were told of', () => {
  const gather = screen()
  gather(['team'], 1_000)
  vi.advanceTimersByTime(500)
  gather(['assignment'], 1)
  vi.advanceTimersByTime(130)
  expect(handed).toEqual([['team', 'assignment']])
  gather(['team'], 1_000)
  vi.advanceTimersByTime(130)
  expect(handed).toHaveLength(1)
})

it('a thousand screens ask at a thousand moments', () => {
  const at: number[] = []
  const begun = Date.now()
  for (let each = 0; each < 1_000; each++) gatherTopics(() => at.push(Date.now() - begun))(['team'], 1_000)
  vi.advanceTimersByTime(8_120)
  expect(at).toHaveLength(1_000)
  expect(at.filter((ms) => ms < 1_120).length).toBeLessThan(500)
  expect(new Set(at).size).toBeGreaterThan(500)
})
