import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobs } from '../../api/src/jobs.ts'
import { checks } from '../../api/src/splitting/splitting-checks.ts'
import { cancelSplit, startSplit } from '../../kit/contract/splitting.ts'
import { makeAgreedOrder, tasksOf } from '../support/agreed-order.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let office: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  office = await asPerson(house, town.people.office)
})
afterAll(() => house.close())

describe('splitting at the same time', () => {
  test('of twelve rivals one starts the split; the others are told it is done already', async () => {
    const orderId = await makeAgreedOrder(house, town, { images: 40 })
    const asked = { params: { orderId }, body: { unitsPerTask: 3, overlap: 1 } }
    const answers = await Promise.all(Array.from({ length: 12 }, () => office(startSplit, asked)))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status !== 200).map(codeOf)).toEqual(Array(11).fill('split.already_done'))
    await house.settle()
    expect(await tasksOf(house, orderId)).toHaveLength(14)
  })

  test('four workers on one split make every task once', async () => {
    const orderId = await makeAgreedOrder(house, town, { images: 4000 })
    const asked = { params: { orderId }, body: { unitsPerTask: 1, overlap: 5 } }
    const { answer } = await office(startSplit, asked)
    const workers = Array.from({ length: 4 }, () => jobs['split-order'](house.world, { splitId: answer.id }))
    await Promise.all(workers)
    expect(await house.world.db.rows.task.count({ where: { orderId } })).toBe(4000)
    expect(await house.world.db.rows.assignment.count({ where: { orderId } })).toBe(20_000)
  })

  test('cancelling while the job finishes leaves a whole split or none', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 8; round++) {
      const orderId = await makeAgreedOrder(house, town, { images: 300 })
      const { answer } = await office(startSplit, { params: { orderId }, body: { unitsPerTask: 1, overlap: 1 } })
      const job = jobs['split-order'](house.world, { splitId: answer.id })
      const rivals = Array.from({ length: 3 }, () => office(cancelSplit, { params: { orderId } }))
      const codes = (await Promise.all(rivals)).map((asked) => (asked.status === 200 ? 'done' : codeOf(asked)))
      await job
      await house.settle()
      expect(codes.sort()).toEqual(['done', 'split.not_running', 'split.not_running'])
      expect(await tasksOf(house, orderId)).toEqual([])
      const split = await house.world.db.rows.split.findUniqueOrThrow({ where: { id: answer.id } })
      expect(split.state).toBe('cancelled')
    }
  })

  test.each(checks)('afterwards $sentence', async ({ sql }) => {
    expect((await house.world.db.pool.query(sql)).rows).toEqual([])
  })
})
