import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobs } from '../../api/src/jobs.ts'
import { checks } from '../../api/src/splitting/splitting-checks.ts'
import { startSplit } from '../../kit/contract/splitting.ts'
import { makeAgreedOrder, tasksOf } from '../support/agreed-order.ts'
import { type Ask, asPerson } from '../support/ask.ts'
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

describe('the job split-order', () => {
  test('goes on where a killed worker stopped, and running twice changes nothing', async () => {
    const orderId = await makeAgreedOrder(house, town, { images: 30 })
    const { rows, pool } = house.world.db
    const { answer } = await office(startSplit, { params: { orderId }, body: { unitsPerTask: 3, overlap: 1 } })
    // As after kill -9 between two batches: four tasks made and counted, the queue still holds the dead worker's job.
    await pool.query(`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'dead' WHERE true`)
    await pool.query(
      `INSERT INTO task (id, order_id, split_id, number, items_from, items_to, seconds, fee_yen)
       SELECT uuid_v7(), $1, $2, n, (n - 1) * 3, n * 3, 270, 90 FROM generate_series(1, 4) n`,
      [orderId, answer.id],
    )
    await pool.query(
      `INSERT INTO assignment (id, task_id, order_id, number, slot, state, fee_yen)
       SELECT uuid_v7(), id, order_id, number, 1, 'held', fee_yen FROM task WHERE order_id = $1`,
      [orderId],
    )
    await rows.split.update({ where: { id: answer.id }, data: { tasksMade: 4 } })
    await house.settle()
    expect(await tasksOf(house, orderId)).toHaveLength(4)

    await jobs['resume-splits'](house.world, {})
    await house.settle()
    expect((await tasksOf(house, orderId)).map((task) => task.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(await rows.split.findUniqueOrThrow({ where: { id: answer.id } })).toMatchObject({ state: 'done' })
    await jobs['split-order'](house.world, { splitId: answer.id })
    expect(await tasksOf(house, orderId)).toHaveLength(10)
  })

  test('records why it failed, leaves no task behind, and the order can be split again', async () => {
    const orderId = await makeAgreedOrder(house, town, { images: 30 })
    const { rows, pool } = house.world.db
    const asked = { params: { orderId }, body: { unitsPerTask: 3, overlap: 1 } }
    const { answer } = await office(startSplit, asked)
    await pool.query('ALTER TABLE task ADD CONSTRAINT broken_for_a_test CHECK (number <> 7) NOT VALID')
    await house.settle()
    await pool.query('ALTER TABLE task DROP CONSTRAINT broken_for_a_test')
    const failed = await rows.split.findUniqueOrThrow({ where: { id: answer.id } })
    expect(failed).toMatchObject({ state: 'failed', tasksMade: 0 })
    expect(failed.failure).toContain('broken_for_a_test')
    expect(await rows.event.count({ where: { action: 'split.failed', subjectId: answer.id } })).toBe(1)
    expect(await tasksOf(house, orderId)).toEqual([])

    expect((await office(startSplit, asked)).status).toBe(200)
    await house.settle()
    expect(await tasksOf(house, orderId)).toHaveLength(10)
  })

  test('stops when the order was cancelled meanwhile', async () => {
    const orderId = await makeAgreedOrder(house, town, { images: 30 })
    const { rows } = house.world.db
    const { answer } = await office(startSplit, { params: { orderId }, body: { unitsPerTask: 3, overlap: 1 } })
    await rows.order.update({ where: { id: orderId }, data: { state: 'cancelled', cancelledReason: '中止' } })
    await house.settle()
    expect(await rows.split.findUniqueOrThrow({ where: { id: answer.id } })).toMatchObject({ state: 'cancelled' })
    expect(await tasksOf(house, orderId)).toEqual([])
  })
})

test.each(checks)('afterwards $sentence', async ({ sql }) => {
  expect((await house.world.db.pool.query(sql)).rows).toEqual([])
})
