import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreeQuote, declineQuote, getOrder, offerQuote } from '../../kit/contract/orders.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { makeQuotedOrder, offer, orderRows } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
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

test('the client agrees to the version they read; who and when are kept', async () => {
  const params = await makeQuotedOrder(house, town)
  expect((await client(agreeQuote, { params })).answer).toEqual({ done: true })
  const order = (await client(getOrder, { params })).answer
  expect(order.state).toBe('agreed')
  expect(order.quotes).toMatchObject([{ state: 'agreed', decidedAt: expect.stringContaining('T') }])
  expect(order.history[0]).toMatchObject({ action: 'quote.agreed', facts: { version: 1 } })
  const row = await house.world.db.rows.quote.findUnique({ where: { id: params.quoteId } })
  expect(row?.decidedById).toBe(town.people.client)
})

test('of several people agreeing at once one does', async () => {
  const params = await makeQuotedOrder(house, town)
  const asked = await Promise.all(Array.from({ length: 8 }, () => client(agreeQuote, { params })))
  expect(asked.map(codeOf).sort()).toEqual(['answered 200', ...Array(7).fill('order.wrong_state')])
  expect(await house.world.db.rows.event.count({ where: { orderId: params.orderId, action: 'quote.agreed' } })).toBe(1)
})

test('agreeing against a new offer, again and again: a yes is never taken for another price', async () => {
  const outcomes = new Set<string>()
  for (let round = 0; round < 10; round++) {
    const params = await makeQuotedOrder(house, town, 1)
    const newer = { params, body: { ...offer, priceYen: 9_999 } }
    const both = [() => client(agreeQuote, { params }), () => office(offerQuote, newer)]
    const calls = (round % 2 === 0 ? both : both.reverse()).map((call) => call())
    const asked = await Promise.all(calls)
    const [agreed, offered] = (round % 2 === 0 ? asked : asked.reverse()).map(codeOf)
    outcomes.add(`${agreed}, ${offered}`)
    const { state, quotes } = (await office(getOrder, { params })).answer
    if (agreed === 'answered 200') {
      expect(offered).toBe('order.wrong_state')
      expect([state, quotes.map((quote) => [quote.priceYen, quote.state])]).toEqual(['agreed', [[5_000, 'agreed']]])
    } else {
      expect([agreed, offered]).toEqual(['quote.not_open', 'answered 200'])
      expect(state).toBe('quoted')
      expect(quotes.map((quote) => [quote.priceYen, quote.state])).toEqual([
        [9_999, 'offered'],
        [5_000, 'superseded'],
      ])
    }
  }
  expect(outcomes.size).toBeGreaterThan(0)
})

test('agreeing against declining: one of them', async () => {
  const params = await makeQuotedOrder(house, town)
  const asked = await Promise.all([
    client(agreeQuote, { params }),
    client(declineQuote, { params, body: { reason: '高い' } }),
  ])
  expect(asked.map(codeOf).sort()).toEqual(['answered 200', 'order.wrong_state'])
})

test('refuses an older version, another order’s quote, another client and the office', async () => {
  const params = await makeQuotedOrder(house, town)
  const other = await makeQuotedOrder(house, town)
  await office(offerQuote, { params, body: { ...offer, priceYen: 4_000 } })
  const before = await orderRows(house, params.orderId)
  expect(codeOf(await client(agreeQuote, { params }))).toBe('quote.not_open')
  const foreign = { orderId: params.orderId, quoteId: other.quoteId }
  expect(codeOf(await client(agreeQuote, { params: foreign }))).toBe('thing.not_found')
  expect(codeOf(await rival(agreeQuote, { params }))).toBe('thing.not_found')
  expect(codeOf(await office(agreeQuote, { params }))).toBe('permission.denied')
  expect(await orderRows(house, params.orderId)).toEqual(before)
})
