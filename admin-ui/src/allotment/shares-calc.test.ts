import { expect, test } from 'vitest'
import { evenShares, sumOfShares, tasksOfShares } from './shares-calc.ts'

test('even shares are whole percents that sum to 100, however many teams', () => {
  expect(evenShares(0)).toEqual([])
  expect(evenShares(1)).toEqual([100])
  expect(evenShares(3)).toEqual([34, 33, 33])
  for (let teams = 1; teams <= 60; teams++) expect(sumOfShares(evenShares(teams))).toBe(100)
})

test('the sum is exact to the hundredth, where floating point is not', () => {
  expect(0.1 + 0.2).not.toBe(0.3)
  expect(sumOfShares([0.1, 0.2, 99.7])).toBe(100)
  expect(sumOfShares([33.33, 33.33, 33.33])).toBe(99.99)
  expect(sumOfShares([])).toBe(0)
})

test('tasks are told as the server will hand them out: none lost, none twice', () => {
  expect(tasksOfShares(24, [40, 35, 25])).toEqual([10, 8, 6])
  expect(tasksOfShares(20, [50, 50])).toEqual([10, 10])
  expect(tasksOfShares(7, [34, 33, 33])).toEqual([3, 2, 2])
  expect(tasksOfShares(5, [100, 0])).toEqual([5, 0])
  for (const percents of [[33.33, 33.33, 33.34], [1, 99], evenShares(7)]) {
    expect(tasksOfShares(1_000, percents).reduce((sum, each) => sum + each, 0)).toBe(1_000)
  }
})
