import { expect, test } from 'vitest'
import { fewAtATime, mapFew } from './few-at-a-time.ts'

test('never more than so many at once, and everything is done in the end, failures too', async () => {
  const few = fewAtATime(2)
  let running = 0
  let most = 0
  const works = Array.from({ length: 9 }, (_, index) =>
    few(async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      if (index % 3 === 0) throw new Error('no')
      return index
    }),
  )
  const done = await Promise.allSettled(works)
  expect(most).toBe(2)
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
  expect(running).toBe(0)
})

test('maps in order and begins nothing more after a failure', async () => {
  expect(await mapFew([3, 1, 2], 2, async (number) => number * 2)).toEqual([6, 2, 4])
  const begun: number[] = []
  const failing = mapFew([0, 1, 2, 3, 4, 5], 2, async (number) => {
    begun.push(number)
    await new Promise((resolve) => setImmediate(resolve))
    if (number === 1) throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(begun.length).toBeLessThan(5)
})
