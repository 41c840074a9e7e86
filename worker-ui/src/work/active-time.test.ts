import { expect, it } from 'vitest'
import { type ActiveTime, activeTime, looked, secondsOf, stirred } from './active-time.ts'

function after(time: ActiveTime, seconds: number, isVisible = true): ActiveTime {
  let now = time
  for (let step = 1; step <= seconds; step++) now = looked(now, time.lookedAt + step * 1000, isVisible)
  return now
}

it('counts on from what was counted before', () => {
  expect(secondsOf(after(activeTime(120, 0), 30))).toBe(150)
})

it('rests later for whoever has set themselves more time, and never waits for ever', () => {
  expect(secondsOf(after(activeTime(0, 0, 2), 300))).toBe(119)
  expect(secondsOf(after(activeTime(0, 0, Number.POSITIVE_INFINITY), 600))).toBe(239)
})

it('rests a minute after the last input and goes on with the next', () => {
  const rested = after(activeTime(0, 0), 300)
  expect(rested.isActive).toBe(false)
  expect(secondsOf(rested)).toBe(59)
  const again = stirred(rested, 300_000)
  expect(again.isActive).toBe(true)
  expect(secondsOf(after(again, 10))).toBe(69)
})

it('does not count a page out of sight, nor a device that slept', () => {
  expect(secondsOf(after(activeTime(0, 0), 30, false))).toBe(0)
  expect(secondsOf(looked(activeTime(0, 0), 50_000, true))).toBe(0)
})
