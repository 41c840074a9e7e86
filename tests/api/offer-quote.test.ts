import { afterAll, beforeAll, expect, test } from 'vitest'
import { getOrder, offerQuote } from '../../kit/contract/orders.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { makeContractedOrder, makeDraft, makeSubmittedOrder, offer, orderRows } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let client: Ask
let office: Ask
let coordinator: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  client = await asPerson(house, town.people.client)
  office = await asPerson(house, town.people.office)
  coordinator = await asPerson(house, town.people.coordinator)
})
afterAll(() => house.close())

test('is priced, taxed and versioned; the client sees the price and not what is inside', async () => {
  const orderId = await makeSubmittedOrder(house, town, 3)
  const params = { orderId }
  const offered = await office(offerQuote, { params, body: { ...offer, priceYen: 555, note: 'よろしくお願いします' } })
  expect(offered.answer.version).toBe(1)
  const price = {
    version: 1,
    state: 'offered',
    units: 3,
    priceYen: 555,
    taxRateBp: 1000,
    taxYen: 55,
    totalYen: 610,
    note: 'よろしくお願いします',
    decidedAt: null,
  }
  const inside = {
    secondsPerUnit: 90,
    unitPayYen: 33,
    reviewShareBp: 2000,
    overheadBp: 1500,
    workerPayYen: 99,
    reviewPayYen: 19,
    overheadYen: 17,
    costYen: 135,
    marginYen: 420,
  }
  const told = await house.world.db.rows.mail.findMany({ where: { kind: 'quote_offered' } })
  expect(told.map(({ toAddress, subject }) => [toAddress, subject.slice(0, 13)])).toEqual([
    ['client@example.jp', 'つむぎ お見積りができました'.slice(0, 13)],
  ])
  const forOffice = (await office(getOrder, { params })).answer
  expect(forOffice.quotes).toMatchObject([{ ...price, inside }])
  const forClient = (await client(getOrder, { params })).answer
  expect(forClient.state).toBe('quoted')
  expect(forClient.quotes).toMatchObject([{ ...price, inside: null }])
  expect(forClient.history[0]).toMatchObject({ action: 'quote.offered', facts: { version: 1, totalYen: 610 } })
  expect((await coordinator(getOrder, { params })).answer.quotes[0]?.inside).toBeNull()
})

test('a newer offer supersedes the older', async () => {
  const orderId = await makeSubmittedOrder(house, town)
  const params = { orderId }
  await office(offerQuote, { params, body: offer })
  expect((await office(offerQuote, { params, body: { ...offer, priceYen: 4_000 } })).answer.version).toBe(2)
  const { quotes } = (await client(getOrder, { params })).answer
  expect(quotes.map(({ version, state }) => [version, state])).toEqual([
    [2, 'offered'],
    [1, 'superseded'],
  ])
})

test('two offers at once: both count, one stands', async () => {
  const orderId = await makeSubmittedOrder(house, town)
  const asked = await Promise.all(
    Array.from({ length: 4 }, () => office(offerQuote, { params: { orderId }, body: offer })),
  )
  expect(asked.map(({ answer }) => answer.version).sort()).toEqual([1, 2, 3, 4])
  const { quotes } = (await office(getOrder, { params: { orderId } })).answer
  expect(quotes.map(({ state }) => state)).toEqual(['offered', 'superseded', 'superseded', 'superseded'])
})

test('refuses a price below cost without a reason; with one in the note it stands', async () => {
  const orderId = await makeSubmittedOrder(house, town, 2)
  const before = await orderRows(house, orderId)
  const low = { ...offer, priceYen: 89 }
  const refused = await office(offerQuote, { params: { orderId }, body: { ...low, note: '  ' } })
  expect(refused.refusal).toMatchObject({ code: 'quote.below_cost', facts: { costYen: 90 } })
  expect(await orderRows(house, orderId)).toEqual(before)
  expect((await office(offerQuote, { params: { orderId }, body: { ...low, note: '初回のため' } })).status).toBe(200)
  expect((await office(getOrder, { params: { orderId } })).answer.quotes[0]?.inside?.marginYen).toBe(-1)
})

test('the tax is that of the day of the offer', async () => {
  const orderId = await makeSubmittedOrder(house, town)
  await house.world.db.rows.datedRate.update({
    where: { kind_validFrom: { kind: 'consumption_tax_bp', validFrom: new Date('2019-10-01') } },
    data: { validTo: new Date('2020-01-01') },
  })
  const rate = { kind: 'consumption_tax_bp', source: 'a law of this test', checkedOn: new Date('2020-01-01') }
  await house.world.db.rows.datedRate.createMany({
    data: [
      { ...rate, validFrom: new Date('2020-01-01'), validTo: new Date('2090-01-01'), value: 1234 },
      { ...rate, validFrom: new Date('2090-01-01'), value: 2000 },
    ],
  })
  await office(offerQuote, { params: { orderId }, body: { ...offer, priceYen: 1_000 } })
  const [quote] = (await office(getOrder, { params: { orderId } })).answer.quotes
  expect(quote).toMatchObject({ taxRateBp: 1234, taxYen: 123, totalYen: 1_123 })
})

test('refuses before the order is handed in and after it is agreed, and everybody but the office', async () => {
  const draft = await makeDraft(house, town)
  const early = await office(offerQuote, { params: { orderId: draft }, body: offer })
  expect(early.refusal).toMatchObject({ code: 'order.wrong_state', facts: { state: 'draft' } })
  const { orderId } = await makeContractedOrder(house, town)
  expect(codeOf(await office(offerQuote, { params: { orderId }, body: offer }))).toBe('order.wrong_state')
  expect(codeOf(await client(offerQuote, { params: { orderId }, body: offer }))).toBe('permission.denied')
})

test.each([
  ['priceYen', -1, 'too_small'],
  ['priceYen', 10.5, 'not_whole'],
  ['priceYen', 1_000_000_001, 'too_big'],
  ['unitPayYen', 0, 'too_small'],
  ['secondsPerUnit', 0, 'too_small'],
  ['reviewShareBp', -1, 'too_small'],
  ['overheadBp', '15', 'wrong_type'],
])('refuses %s of %j beside its field', async (field, value, problem) => {
  const orderId = await makeSubmittedOrder(house, town, 1)
  const body = { ...offer, [field]: value }
  const { refusal } = await office(offerQuote, { params: { orderId }, body })
  expect(refusal?.fields).toMatchObject([{ path: field, problem }])
})
