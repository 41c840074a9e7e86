import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeOrder, getOrder, removeItem, submitOrder } from '../../kit/contract/orders.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { addFile, dueOn, makeDraft, makeSubmittedOrder } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { bloodLabels } from '../support/order-rows.ts'
import { picture } from '../support/pictures.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let client: Ask
let rival: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  client = await asPerson(house, town.people.client)
  rival = await asPerson(house, town.people.rival)
})
afterAll(() => house.close())

test('asks for items, then labels, then a day to come, and then hands in', async () => {
  const orderId = await makeDraft(house, town)
  const params = { orderId }
  const submit = async () => codeOf(await client(submitOrder, { params }))
  expect(await submit()).toBe('order.needs_items')
  await addFile(house, town, orderId, { name: 'a.png', bytes: await picture(1) })
  expect(await submit()).toBe('order.needs_labels')
  await client(changeOrder, { params, body: { version: 1, labels: bloodLabels } })
  expect(await submit()).toBe('order.needs_due_day')
  await client(changeOrder, { params, body: { version: 2, dueOn: '2020-01-01' } })
  expect(await submit()).toBe('order.due_day_past')
  await client(changeOrder, { params, body: { version: 3, dueOn } })
  expect(await submit()).toBe('answered 200')
  const { answer } = await client(getOrder, { params })
  expect(answer.state).toBe('submitted')
  expect(answer.history[0]).toMatchObject({ action: 'order.submitted', actor: 'client' })
  expect(await submit()).toBe('order.wrong_state')
})

test('items that were taken out leave no gap', async () => {
  const orderId = await makeDraft(house, town)
  const params = { orderId }
  for (const number of [1, 2, 3, 4, 5]) {
    await addFile(house, town, orderId, { name: `${number}.png`, bytes: await picture(number) })
  }
  const positions = async () => {
    const items = await house.world.db.rows.orderItem.findMany({ where: { orderId }, orderBy: { position: 'asc' } })
    return items.map(({ id, name, position }) => ({ id, name, position }))
  }
  for (const index of [0, 1]) {
    const items = await positions()
    await client(removeItem, { params: { orderId, itemId: items[index]?.id ?? '' } })
  }
  expect((await positions()).map(({ position }) => position)).toEqual([1, 3, 4])
  await client(changeOrder, { params, body: { version: 1, labels: bloodLabels, dueOn } })
  expect((await client(submitOrder, { params })).status).toBe(200)
  expect((await positions()).map(({ name, position }) => [name, position])).toEqual([
    ['2.png', 0],
    ['4.png', 1],
    ['5.png', 2],
  ])
})

test('handing in twice at once happens once', async () => {
  const orderId = await makeSubmittedOrder(house, town)
  await house.world.db.rows.order.update({ where: { id: orderId }, data: { state: 'draft' } })
  const asked = await Promise.all(Array.from({ length: 5 }, () => client(submitOrder, { params: { orderId } })))
  expect(asked.map(codeOf).sort()).toEqual(['answered 200', ...Array(4).fill('order.wrong_state')])
})

test('another client sees nothing to hand in', async () => {
  const orderId = await makeDraft(house, town)
  expect(codeOf(await rival(submitOrder, { params: { orderId } }))).toBe('thing.not_found')
})
