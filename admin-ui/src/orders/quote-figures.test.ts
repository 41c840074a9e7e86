import { expect, test } from 'vitest'
import { quoteFigures } from './quote-figures.ts'

const pay = { payKind: 'per_unit' as const, unitPayYen: 33, unitsPerTask: null, agreedMinutes: null }
const typed = { secondsPerUnit: 90, ...pay, reviewPercent: 20, overheadPercent: 15, priceYen: 5_000 }

test('a quote of 60 images comes to what the server will say', () => {
  expect(quoteFigures(typed, 60, 1000)).toEqual({
    workerPayYen: 1_980,
    reviewPayYen: 396,
    overheadYen: 356,
    costYen: 2_732,
    priceYen: 5_000,
    marginYen: 2_268,
    totalYen: 5_500,
    hourlyYen: 1_320,
  })
})

test('the tax is that of the rate told, rounded down once', () => {
  expect(quoteFigures({ ...typed, priceYen: 315 }, 1, 1000).totalYen).toBe(315 + 31)
  expect(quoteFigures({ ...typed, priceYen: 6_789 }, 1, 800).totalYen).toBe(6_789 + 543)
})

test('a price below the cost leaves a margin below zero', () => {
  expect(quoteFigures({ ...typed, priceYen: 2_000 }, 60, 1000).marginYen).toBe(-732)
})

test('an hour’s pay follows from what is paid for all of the work', () => {
  const perTask = { ...typed, payKind: 'per_task' as const, unitPayYen: 480, unitsPerTask: 8 }
  expect(quoteFigures(perTask, 60, 1000)).toMatchObject({ workerPayYen: 3_840, hourlyYen: 2_560 })
  expect(quoteFigures({ ...typed, payKind: 'fixed', unitPayYen: 1_980 }, 60, 1000).hourlyYen).toBe(1_320)
  const perHour = { ...perTask, payKind: 'per_hour' as const, unitPayYen: 1_200, agreedMinutes: 90 }
  expect(quoteFigures(perHour, 60, 1000)).toMatchObject({ workerPayYen: 8 * 1_800, hourlyYen: 1_200 })
})

test('work that takes no time is reckoned as one second', () => {
  expect(quoteFigures({ ...typed, secondsPerUnit: 0 }, 60, 1000).hourlyYen).toBe(33 * 60 * 3600)
})
