import { expect, test } from 'vitest'
import { quoteFigures } from './quote-figures.ts'

const typed = { secondsPerUnit: 90, unitPayYen: 33, reviewPercent: 20, overheadPercent: 15, priceYen: 5_000 }

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

test('an image that takes no time is reckoned as one second', () => {
  expect(quoteFigures({ ...typed, secondsPerUnit: 0 }, 60, 1000).hourlyYen).toBe(33 * 3600)
})
