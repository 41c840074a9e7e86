import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobs } from '../../api/src/jobs.ts'
import { checks } from '../../api/src/splitting/splitting-checks.ts'
import { makeDelivery } from '../../kit/contract/deliveries.ts'
import { makeAcceptedOrder } from '../support/accepted-order.ts'
import { asPerson } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeLargeOrder } from '../support/large-order.ts'
import { openPackage } from '../support/open-package.ts'
import { startJobProcess } from '../support/start-job-process.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  await house.world.db.pool.query('DROP INDEX order_item_order_id_file_id_key')
})
afterAll(() => house.close())

describe('a worker killed with -9', () => {
  test('in the middle of a split: another goes on, and every task is made once', async () => {
    const tasks = 100_000
    const { orderId, splitId } = await makeLargeOrder(house, town, { images: tasks, unitsPerTask: 1 })
    const { rows } = house.world.db
    const made = async () => (await rows.split.findUniqueOrThrow({ where: { id: splitId } })).tasksMade
    let reached = 0
    // Three deaths, each after at least one more batch.
    for (let death = 0; death < 3; death++) {
      const worker = await startJobProcess(house, 'split-order', { splitId })
      while ((await made()) === reached) await wait(5)
      await worker.kill()
      reached = await made()
    }
    expect(await rows.task.count({ where: { orderId } })).toBe(reached)
    await jobs['split-order'](house.world, { splitId })
    expect(await rows.split.findUniqueOrThrow({ where: { id: splitId } })).toMatchObject({
      state: 'done',
      tasksMade: tasks,
    })
    expect(await rows.task.count({ where: { orderId } })).toBe(tasks)
    expect(await rows.assignment.count({ where: { orderId } })).toBe(tasks)
    for (const { sql } of checks) expect((await house.world.db.pool.query(sql)).rows).toEqual([])
  })

  test('in the middle of a package: it leaves nothing behind, and the next one makes it whole', async () => {
    const order = await makeAcceptedOrder(house, town, { images: 40, unitsPerTask: 1 })
    const office = await asPerson(house, town.people.office)
    const { answer } = await office(makeDelivery, { params: { orderId: order.orderId } })
    const worker = await startJobProcess(house, 'pack-delivery', { deliveryId: answer.id })
    await worker.kill()
    const { rows } = house.world.db
    const state = async () => (await rows.delivery.findUniqueOrThrow({ where: { id: answer.id } })).state
    // The server sees the connection die a moment later, and with it the lock.
    for (let tries = 0; (await state()) === 'making' && tries < 100; tries++) {
      await jobs['pack-delivery'](house.world, { deliveryId: answer.id })
      await wait(50)
    }
    expect(await state()).toBe('ready')
    const { files } = await openPackage(house, town.people.client, answer.id)
    expect([...files.keys()].filter((path) => path.startsWith('voc/'))).toHaveLength(40)
    expect(await rows.event.count({ where: { action: 'delivery.readied', subjectId: answer.id } })).toBe(1)
  })
})
