import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeOrder, getOrder } from '../../kit/contract/orders.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { makeDraft, makeSubmittedOrder, orderRows } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { bloodLabels } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let client: Ask
let rival: Ask
let office: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  client = await asPerson(house, town.people.client)
  rival = await asPerson(house, town.people.rival)
  office = await asPerson(house, town.people.office)
})
afterAll(() => house.close())

test('changes what is given and leaves the rest; the version counts up', async () => {
  const orderId = await makeDraft(house, town)
  const params = { orderId }
  const first = await client(changeOrder, { params, body: { version: 1, labels: bloodLabels, dueOn: '2035-03-30' } })
  expect(first.answer).toEqual({ version: 2 })
  const second = await office(changeOrder, {
    params,
    body: { version: 2, title: '新しい題', brief: '一行目\n二行目', deliveryFormats: ['yolo', 'coco', 'yolo'] },
  })
  expect(second.answer).toEqual({ version: 3 })
  const { answer } = await client(getOrder, { params })
  expect(answer).toMatchObject({
    title: '新しい題',
    brief: '一行目\n二行目',
    labels: bloodLabels,
    dueOn: '2035-03-30',
    deliveryFormats: ['yolo', 'coco'],
    version: 3,
  })
  expect(answer.history[0]).toMatchObject({
    action: 'order.changed',
    facts: { fields: 'title, brief, deliveryFormats' },
  })
})

test('whoever reads while another writes gets fields and version that belong together', async () => {
  const orderId = await makeDraft(house, town)
  const params = { orderId }
  await client(changeOrder, { params, body: { version: 1, title: '第2版' } })
  const torn: unknown[] = []
  for (let version = 2; version < 42; version += 1) {
    const reading = [0, 1, 2, 3].map(() => office(getOrder, { params }))
    await client(changeOrder, { params, body: { version, title: `第${version + 1}版` } })
    for (const { answer } of await Promise.all(reading)) {
      if (answer.title !== `第${answer.version}版`) torn.push([answer.title, answer.version])
    }
  }
  expect(torn).toEqual([])
})

test('a due day can be taken back', async () => {
  const orderId = await makeDraft(house, town)
  const params = { orderId }
  await client(changeOrder, { params, body: { version: 1, dueOn: '2035-03-30' } })
  await client(changeOrder, { params, body: { version: 2, dueOn: null } })
  expect((await client(getOrder, { params })).answer.dueOn).toBeNull()
})

test('of two people changing the same version one wins and the other is told', async () => {
  const orderId = await makeDraft(house, town)
  const asked = await Promise.all(
    ['甲', '乙', '丙', '丁'].map((title) => client(changeOrder, { params: { orderId }, body: { version: 1, title } })),
  )
  expect(asked.map(codeOf).sort()).toEqual(['answered 200', ...Array(3).fill('version.stale')])
  expect((await client(getOrder, { params: { orderId } })).answer.version).toBe(2)
})

test('refuses a label named twice beside its field', async () => {
  const orderId = await makeDraft(house, town)
  const labels = [...bloodLabels, { ...bloodLabels[0], colour: '#000000' }] as typeof bloodLabels
  const { refusal } = await client(changeOrder, { params: { orderId }, body: { version: 1, labels } })
  expect(refusal).toMatchObject({
    code: 'request.malformed',
    fields: [{ path: 'labels.3.name', problem: 'duplicate' }],
  })
})

test('refuses once handed in, and to whoever may not see it', async () => {
  const orderId = await makeSubmittedOrder(house, town)
  const before = await orderRows(house, orderId)
  const asked = { params: { orderId }, body: { version: 2, title: '遅すぎる' } }
  const late = await client(changeOrder, asked)
  expect(late.refusal).toMatchObject({ code: 'order.wrong_state', facts: { state: 'submitted' } })
  expect(codeOf(await rival(changeOrder, asked))).toBe('thing.not_found')
  expect(await orderRows(house, orderId)).toEqual(before)
})

test('refuses a day that is none, and no format at all', async () => {
  const orderId = await makeDraft(house, town)
  const day = await client(changeOrder, { params: { orderId }, body: { version: 1, dueOn: '2035-02-30' } })
  expect(day.refusal?.fields).toMatchObject([{ path: 'dueOn', problem: 'not_a_day' }])
  const none = await client(changeOrder, { params: { orderId }, body: { version: 1, deliveryFormats: [] } })
  expect(none.refusal?.fields).toMatchObject([{ path: 'deliveryFormats', problem: 'too_few' }])
})
