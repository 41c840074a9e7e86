import { afterAll, beforeAll, expect, test } from 'vitest'
import { listItems, removeItem } from '../../kit/contract/orders.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { addFile, makeDraft, makeSubmittedOrder, orderRows } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
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

async function itemsOf(orderId: string) {
  return (await client(listItems, { params: { orderId } })).answer.rows
}

test('takes one item out; the others stay, and the same picture may come again', async () => {
  const orderId = await makeDraft(house, town)
  const names = ['a.png', 'b.png', 'c.png']
  for (const [index, name] of names.entries())
    await addFile(house, town, orderId, { name, bytes: await picture(index) })
  const [, second] = await itemsOf(orderId)
  const params = { orderId, itemId: second?.id ?? '' }
  expect((await client(removeItem, { params })).answer).toEqual({ done: true })
  expect((await itemsOf(orderId)).map(({ name }) => name)).toEqual(['a.png', 'c.png'])
  const event = await house.world.db.rows.event.findFirst({ where: { orderId, action: 'item.removed' } })
  expect(event).toMatchObject({ facts: { name: 'b.png' }, subjectId: second?.id })
  expect(codeOf(await client(removeItem, { params }))).toBe('thing.not_found')
  expect((await addFile(house, town, orderId, { name: 'b.png', bytes: await picture(1) })).status).toBe(200)
  expect((await itemsOf(orderId)).map(({ name }) => name)).toEqual(['a.png', 'c.png', 'b.png'])
})

test('refuses once handed in, for another client, and with another order’s item', async () => {
  const orderId = await makeSubmittedOrder(house, town)
  const other = await makeDraft(house, town)
  const [item] = await itemsOf(orderId)
  const before = await orderRows(house, orderId)
  const itemId = item?.id ?? ''
  expect(codeOf(await client(removeItem, { params: { orderId, itemId } }))).toBe('order.wrong_state')
  expect(codeOf(await rival(removeItem, { params: { orderId, itemId } }))).toBe('thing.not_found')
  expect(codeOf(await client(removeItem, { params: { orderId: other, itemId } }))).toBe('thing.not_found')
  expect(await orderRows(house, orderId)).toEqual(before)
})
