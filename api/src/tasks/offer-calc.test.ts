import { expect, test } from 'vitest'
import { fitTasks, offeredYenPerHour, secondsFor } from './offer-calc.ts'

const task = { units: 4, feeYen: 120, seconds: 360 }

test('a pace of one’s own counts from three finished tasks on', () => {
  expect(secondsFor(task, null)).toBe(360)
  expect(secondsFor(task, { medianSecondsPerUnit: 60, tasks: 2 })).toBe(360)
  expect(secondsFor(task, { medianSecondsPerUnit: 60.2, tasks: 3 })).toBe(241)
})

test('what fits 40 minutes is counted by whole tasks, and one is offered even when it is too long', () => {
  const tasks = Array.from({ length: 10 }, (_, index) => ({ seconds: 600, feeYen: 100 + index }))
  expect(fitTasks(tasks, 40)).toEqual({ tasks: 4, seconds: 2400, feeYen: 406 })
  expect(fitTasks(tasks, 39)).toEqual({ tasks: 3, seconds: 1800, feeYen: 303 })
  expect(fitTasks(tasks, 5)).toEqual({ tasks: 1, seconds: 600, feeYen: 100 })
  expect(fitTasks(tasks, undefined)).toEqual({ tasks: 1, seconds: 600, feeYen: 100 })
  expect(fitTasks(tasks, 1440)).toEqual({ tasks: 10, seconds: 6000, feeYen: 1045 })
})

test('yen per hour is rounded down, never up', () => {
  expect(offeredYenPerHour(120, 360)).toBe(1200)
  expect(offeredYenPerHour(100, 361)).toBe(997)
})
