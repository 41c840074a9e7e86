import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holdAlone } from '../../api/src/db/hold-alone.ts'
import { jobs } from '../../api/src/jobs.ts'
import { makeDelivery } from '../../kit/contract/deliveries.ts'
import { makeAcceptedOrder } from '../support/accepted-order.ts'
import { type Ask, asPerson } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { openPackage } from '../support/open-package.ts'
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

const delivery = (id: string) =>
  house.world.db.rows.delivery.findUniqueOrThrow({ where: { id }, include: { order: true } })

describe('the job pack-delivery', () => {
  test('records why it failed; asked again it makes the same version', async () => {
    const { rows } = house.world.db
    const order = await makeAcceptedOrder(house, town)
    const asked = { params: { orderId: order.orderId } }
    const { answer } = await office(makeDelivery, asked)
    const labels = order.labels as unknown as object[]
    await rows.order.update({ where: { id: order.orderId }, data: { labels: [] } })
    await house.settle()
    expect(await delivery(answer.id)).toMatchObject({ state: 'failed', version: 1, order: { state: 'running' } })
    expect((await delivery(answer.id)).failure).toContain('unknown_class')
    expect(await rows.event.count({ where: { action: 'delivery.failed', subjectId: answer.id } })).toBe(1)

    await rows.order.update({ where: { id: order.orderId }, data: { labels } })
    expect((await office(makeDelivery, asked)).answer).toEqual({ id: answer.id, version: 1 })
    await house.settle()
    expect(await delivery(answer.id)).toMatchObject({ state: 'ready', failure: null, order: { state: 'delivered' } })
  })

  test('begins again after its worker was killed, and waits for one that lives', async () => {
    const order = await makeAcceptedOrder(house, town)
    const { answer } = await office(makeDelivery, { params: { orderId: order.orderId } })
    const { pool } = house.world.db
    // As after kill -9: the queue still holds the dead worker's job, the delivery says some items are done.
    await pool.query(`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'dead' WHERE true`)
    await house.world.db.rows.delivery.update({ where: { id: answer.id }, data: { itemsDone: 5 } })
    await house.settle()
    expect(await delivery(answer.id)).toMatchObject({ state: 'making' })

    await holdAlone(pool, `delivery:${answer.id}`, async () => {
      await jobs['resume-deliveries'](house.world, {})
      await house.settle()
      expect(await delivery(answer.id)).toMatchObject({ state: 'making' })
    })
    await jobs['resume-deliveries'](house.world, {})
    await house.settle()
    expect(await delivery(answer.id)).toMatchObject({ state: 'ready', itemsDone: 12 })
    await jobs['pack-delivery'](house.world, { deliveryId: answer.id })
    expect((await openPackage(house, town.people.client, answer.id)).files.size).toBeGreaterThan(12)
  })

  test('hands nothing over when the order was cancelled meanwhile', async () => {
    const order = await makeAcceptedOrder(house, town)
    const { answer } = await office(makeDelivery, { params: { orderId: order.orderId } })
    const cancelled = { state: 'cancelled', cancelledReason: '中止', cancelledOwedYen: 0 } as const
    await house.world.db.rows.order.update({ where: { id: order.orderId }, data: cancelled })
    await house.settle()
    expect(await delivery(answer.id)).toMatchObject({ state: 'failed', order: { state: 'cancelled' } })
  })
})
