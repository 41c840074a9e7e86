import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrder, getOrder } from '../../kit/contract/orders.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let client: Ask
let rival: Ask
let office: Ask
let hana: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  client = await asPerson(house, town.people.client)
  rival = await asPerson(house, town.people.rival)
  office = await asPerson(house, town.people.office)
  hana = await asPerson(house, town.people.hana)
})
afterAll(() => house.close())

const body = { kind: 'image', title: '  駐車場の画像  ' } as const

test('a client’s own person orders for their organisation: an empty draft with every format', async () => {
  const { answer } = await client(createOrder, { body })
  const order = (await client(getOrder, { params: { orderId: answer.id } })).answer
  expect(order).toMatchObject({
    title: '駐車場の画像',
    client: { id: town.clientId, name: '北自動車' },
    state: 'draft',
    version: 1,
    items: 0,
    labels: [],
    dueOn: null,
    deliveryFormats: ['coco', 'voc', 'yolo'],
    quotes: [],
    split: null,
    deliveries: [],
  })
  expect(order.history).toMatchObject([{ action: 'order.created', actor: 'client', actorRole: null }])
})

test('numbers count up', async () => {
  const first = (await client(createOrder, { body })).answer.id
  const second = (await client(createOrder, { body })).answer.id
  const { rows } = house.world.db
  const numbers = await rows.order.findMany({ where: { id: { in: [first, second] } }, orderBy: { number: 'asc' } })
  expect(numbers.map(({ id }) => id)).toEqual([first, second])
})

test('the office names the client; without one the field is asked for', async () => {
  const { answer } = await office(createOrder, { body: { ...body, clientId: town.rivalClientId } })
  expect((await rival(getOrder, { params: { orderId: answer.id } })).answer.client.name).toBe('別会社')
  const without = await office(createOrder, { body })
  expect(without.refusal).toMatchObject({
    code: 'request.malformed',
    fields: [{ path: 'clientId', problem: 'required' }],
  })
})

test('refuses another client’s name, an organisation that is no client, and one that does not exist', async () => {
  expect(codeOf(await client(createOrder, { body: { ...body, clientId: town.rivalClientId } }))).toBe('thing.not_found')
  for (const clientId of [town.partnerId, town.northTownId, '01890000-0000-7000-8000-000000000000']) {
    expect(codeOf(await office(createOrder, { body: { ...body, clientId } }))).toBe('thing.not_found')
  }
})

test('refuses a worker, and a title of nothing or too much', async () => {
  expect(codeOf(await hana(createOrder, { body }))).toBe('permission.denied')
  const empty = await client(createOrder, { body: { ...body, title: '   ' } })
  expect(empty.refusal?.fields).toEqual([{ path: 'title', problem: 'required' }])
  const long = await client(createOrder, { body: { ...body, title: 'あ'.repeat(121) } })
  expect(long.refusal?.fields).toEqual([{ path: 'title', problem: 'too_long', facts: { maximum: 120 } }])
})

test('a title that seems to hold somebody’s Individual Number is refused beside its field', async () => {
  const { status, refusal } = await client(createOrder, {
    body: { ...body, title: '申込書 １２３４ ５６７８ ９０１８' },
  })
  const fields = [{ path: 'title', problem: 'my_number' }]
  expect([status, refusal]).toEqual([422, { code: 'text.my_number', facts: {}, fields }])
})
