import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allotRuns, doubledTeam, type Share, wrongSum } from './allotment-rules.ts'

const shares = (...bps: number[]): Share[] => bps.map((shareBp, index) => ({ teamId: `team ${index}`, shareBp }))
const counts = (runs: { from: number; to: number }[]) => runs.map(({ from, to }) => to - from)

test('shares must come to exactly 100 %', () => {
  expect(wrongSum(shares(3333, 3333, 3334))).toBe(null)
  expect(wrongSum(shares(3333, 3333, 3333))).toBe(9999)
})

test('a team is named once', () => {
  expect(doubledTeam(shares(5000, 5000))).toBe(null)
  expect(doubledTeam([...shares(4000, 3000), { teamId: 'team 0', shareBp: 3000 }])).toBe(2)
})

test('what does not divide goes to the largest fractions', () => {
  expect(counts(allotRuns(shares(5000, 3000, 2000), 7))).toEqual([4, 2, 1]) // 3.5, 2.1, 1.4
  expect(counts(allotRuns(shares(3333, 3333, 3334), 10))).toEqual([3, 3, 4])
  expect(counts(allotRuns(shares(5000, 5000), 1))).toEqual([1, 0])
})

test('runs follow each other without gaps, take every task, and are never a whole task off', () => {
  const cut = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(cut, fc.integer({ min: 0, max: 1_000_000 }), (weights, tasks) => {
      const total = weights.reduce((a, b) => a + b, 0)
      const bps = weights.map((weight) => Math.floor((weight * 10_000) / total))
      bps[0] = (bps[0] ?? 0) + 10_000 - bps.reduce((a, b) => a + b, 0)
      const runs = allotRuns(shares(...bps), tasks)
      let at = 0
      for (const run of runs) {
        expect(run.from).toBe(at)
        expect(Math.abs(run.to - run.from - (tasks * run.shareBp) / 10_000)).toBeLessThan(1)
        at = run.to
      }
      expect(at).toBe(tasks)
    }),
  )
})
