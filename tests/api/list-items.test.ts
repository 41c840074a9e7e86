import { afterAll, beforeAll, expect, test } from 'vitest'
import { listItems } from '../../kit/contract/orders.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { addFile, makeDraft } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { picture, zipOf } from '../support/pictures.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let client: Ask
let rival: Ask
let office: Ask
let sato: Ask
let ueda: Ask
let payroll: Ask
let hana: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  client = await asPerson(house, town.people.client)
  rival = await asPerson(house, town.people.rival)
  office = await asPerson(house, town.people.office)
  sato = await asPerson(house, town.people.sato)
  ueda = await asPerson(house, town.people.ueda)
  payroll = await asPerson(house, town.people.payroll)
  hana = await asPerson(house, town.people.hana)
})
afterAll(() => house.close())

test('pages by position, each item once, with the total', async () => {
  const orderId = await makeDraft(house, town)
  const files = await Promise.all(
    Array.from({ length: 7 }, async (_, index) => ({ name: `${index}.png`, bytes: await picture(index) })),
  )
  await addFile(house, town, orderId, { name: 'set.zip', bytes: await zipOf(files) })
  const names: string[] = []
  let cursor: string | undefined
  do {
    const { answer } = await client(listItems, { params: { orderId }, query: { limit: 3, ...(cursor && { cursor }) } })
    expect(answer.total).toBe(7)
    names.push(...answer.rows.map(({ name }) => name))
    cursor = answer.next ?? undefined
  } while (cursor)
  expect(names).toEqual(files.map(({ name }) => name))
})

test('seen by the client, the office and the teams it lies with, by nobody else', async () => {
  const { orderId } = await makeRunningOrder(house, town)
  const codes = await Promise.all(
    [client, office, sato, ueda, rival, payroll, hana].map(async (ask) =>
      codeOf(await ask(listItems, { params: { orderId } })),
    ),
  )
  expect(codes).toEqual([
    'answered 200',
    'answered 200',
    'answered 200',
    'thing.not_found',
    'thing.not_found',
    'permission.denied',
    'permission.denied',
  ])
})

test('refuses a cursor of somebody else’s making', async () => {
  const orderId = await makeDraft(house, town)
  for (const cursor of ['x', Buffer.from('1; DROP TABLE').toString('base64url')]) {
    expect(codeOf(await client(listItems, { params: { orderId }, query: { cursor } }))).toBe('request.malformed')
  }
})
