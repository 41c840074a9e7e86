import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plannedTask, splitFigures, tasksOf, unitsPerTaskMax } from './split-calc.ts'

const terms = { secondsPerUnit: 90, unitPayYen: 33, reviewShareBp: 1500, overheadBp: 2000 }

describe('cutting an order', () => {
  test('60 images by 8 make seven full tasks and one of four', () => {
    const plan = { units: 60, unitsPerTask: 8, overlap: 1 }
    expect(tasksOf(plan)).toBe(8)
    expect(plannedTask(plan, terms, 1)).toEqual({ number: 1, itemsFrom: 0, itemsTo: 8, seconds: 720, feeYen: 264 })
    expect(plannedTask(plan, terms, 8)).toEqual({ number: 8, itemsFrom: 56, itemsTo: 60, seconds: 360, feeYen: 132 })
    expect(splitFigures(plan, terms)).toEqual({
      tasks: 8,
      secondsPerTask: 720,
      feePerTaskYen: 264,
      secondsTotal: 5400,
      workerPayYen: 1980,
      // 39.6 is 39 for each of seven, 19.8 is 19 for the last
      reviewPayYen: 7 * 39 + 19,
      quotedCostYen: 1980 + 297 + 455,
    })
  })

  test('one task larger than the order holds all of it and is paid for what it holds', () => {
    const plan = { units: 3, unitsPerTask: 10, overlap: 2 }
    expect(splitFigures(plan, terms)).toMatchObject({ tasks: 1, feePerTaskYen: 99, workerPayYen: 198 })
  })

  test('tasks tile the items: no gap, no overlap, and their pay sums to the units’ pay', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 400 }), (units, unitsPerTask) => {
        const plan = { units, unitsPerTask, overlap: 1 }
        let reached = 0
        let pay = 0
        for (let number = 1; number <= tasksOf(plan); number++) {
          const task = plannedTask(plan, terms, number)
          expect(task.itemsFrom).toBe(reached)
          expect(task.itemsTo).toBeGreaterThan(task.itemsFrom)
          reached = task.itemsTo
          pay += task.feeYen
        }
        expect(reached).toBe(units)
        expect(pay).toBe(splitFigures(plan, terms).workerPayYen)
      }),
    )
  })

  test('a task’s pay never outgrows its column', () => {
    expect(unitsPerTaskMax({ ...terms, unitPayYen: 1_000_000 })).toBe(2147)
    expect(unitsPerTaskMax(terms) * 90).toBeLessThanOrEqual(2_147_483_647)
  })
})
