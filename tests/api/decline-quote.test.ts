import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreeQuote, declineQuote, getOrder, offerQuote } from '../../kit/contract/orders.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { makeQuotedOrder, offer } from '../support/draft-order.ts'
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

test('the order waits for another quote, the reason is kept, and the next one can be agreed to', async () => {
  const params = await makeQuotedOrder(house, town)
  const body = { reason: '予算を超えています' }
  expect((await client(declineQuote, { params, body })).answer).toEqual({ done: true })
  const order = (await office(getOrder, { params })).answer
  expect(order.state).toBe('submitted')
  expect(order.quotes).toMatchObject([{ state: 'declined', declinedReason: body.reason }])
  expect(order.history[0]).toMatchObject({ action: 'quote.declined', reason: body.reason, actor: 'client' })
  const next = await office(offerQuote, { params, body: { ...offer, priceYen: 4_000 } })
  expect(next.answer.version).toBe(2)
  expect(codeOf(await client(agreeQuote, { params }))).toBe('quote.not_open')
  expect(codeOf(await client(agreeQuote, { params: { ...params, quoteId: next.answer.id } }))).toBe('answered 200')
})

test('refuses without a reason, twice, and for another client', async () => {
  const params = await makeQuotedOrder(house, town)
  const without = await client(declineQuote, { params, body: { reason: ' ' } })
  expect(without.refusal?.fields).toEqual([{ path: 'reason', problem: 'required' }])
  const body = { reason: '高い' }
  expect(codeOf(await rival(declineQuote, { params, body }))).toBe('thing.not_found')
  expect(codeOf(await client(declineQuote, { params, body }))).toBe('answered 200')
  expect(codeOf(await client(declineQuote, { params, body }))).toBe('order.wrong_state')
})
