import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeOrder, getOrder } from '../../kit/contract/orders.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let client: Ask
let office: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  client = await asPerson(house, town.people.client)
  office = await asPerson(house, town.people.office)
})
afterAll(() => house.close())

test('an accepted order is filed away, once', async () => {
  const { orderId } = await makeRunningOrder(house, town)
  const params = { orderId }
  const early = await office(closeOrder, { params })
  expect(early.refusal).toMatchObject({ code: 'order.wrong_state', facts: { state: 'running' } })
  await house.world.db.rows.order.update({ where: { id: orderId }, data: { state: 'accepted' } })
  expect((await office(getOrder, { params })).answer.can.close).toBe(true)
  expect(codeOf(await client(closeOrder, { params }))).toBe('permission.denied')
  expect((await office(closeOrder, { params })).answer).toEqual({ done: true })
  const order = (await office(getOrder, { params })).answer
  expect([order.state, order.can.close]).toEqual(['closed', false])
  expect(order.history[0]).toMatchObject({ action: 'order.closed', actor: 'office' })
  expect(codeOf(await office(closeOrder, { params }))).toBe('order.wrong_state')
})
