import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plannedTask, splitFigures, taskFees, tasksOf, unitsPerTaskMax } from './split-calc.ts'

const pay = { payKind: 'per_unit' as const, unitPayYen: 33, unitsPerTask: null, agreedMinutes: null }
const terms = { secondsPerUnit: 90, ...pay, reviewShareBp: 1500, overheadBp: 2000 }

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

  test('a price per task is each task’s, the last smaller one’s too', () => {
    const perTask = { ...terms, payKind: 'per_task' as const, unitPayYen: 480, unitsPerTask: 8 }
    const plan = { units: 60, unitsPerTask: 8, overlap: 2 }
    expect(splitFigures(plan, perTask)).toMatchObject({ feePerTaskYen: 480, workerPayYen: 16 * 480 })
    expect(plannedTask(plan, perTask, 8).feeYen).toBe(480)
  })

  test('one sum for the whole work is divided by units: the shares sum to it, none a yen from its exact part', () => {
    const sum = fc.integer({ min: 1, max: 100_000_000 })
    const count = fc.integer({ min: 1, max: 3000 })
    fc.assert(
      fc.property(sum, count, fc.integer({ min: 1, max: 400 }), (unitPayYen, units, unitsPerTask) => {
        const fees = taskFees({ units, unitsPerTask }, { ...pay, payKind: 'fixed', unitPayYen })
        expect(fees.reduce((all, fee) => all + fee, 0)).toBe(unitPayYen)
        fees.forEach((fee, index) => {
          const { itemsFrom, itemsTo } = plannedTask({ units, unitsPerTask, overlap: 1 }, terms, index + 1, fees)
          expect(Math.abs(fee * units - unitPayYen * (itemsTo - itemsFrom))).toBeLessThan(units)
        })
      }),
    )
  })

  test('a task’s pay never outgrows its column', () => {
    expect(unitsPerTaskMax({ ...terms, unitPayYen: 1_000_000 })).toBe(2147)
    expect(unitsPerTaskMax(terms) * 90).toBeLessThanOrEqual(2_147_483_647)
  })
})
