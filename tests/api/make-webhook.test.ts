import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { jobs } from '../../api/src/jobs.ts'
import { postMessage } from '../../api/src/webhooks/post-message.ts'
import { cancelOrder, offerQuote } from '../../kit/contract/orders.ts'
import {
  listWebhookMessages,
  listWebhooks,
  makeWebhook,
  removeWebhook,
  replayWebhookMessage,
} from '../../kit/contract/webhooks.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { makeSubmittedOrder, offer } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'

let house: House
let town: Town
/** Time is moved by days here: everybody signs in for each thing they ask. */
const as =
  (name: TownPerson): Ask =>
  async (endpoint, request) =>
    (await asPerson(house, town.people[name]))(endpoint, request)
const client = as('client')
const rival = as('rival')
const office = as('office')
/** Another system: it remembers what it was told and answers as it is bid. */
let receiver: Server
let url: string
let told: { headers: Record<string, string | string[] | undefined>; body: string }[] = []
let answer = 204
/** Until it is let go, the other system thinks about its answer. */
let thinking = Promise.resolve()
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  receiver = createServer(async (request, response) => {
    told.push({ headers: request.headers, body: await text(request) })
    await thinking
    response.writeHead(answer, { location: 'http://127.0.0.1:1/' }).end()
  })
  await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook?x=1`
})
afterAll(async () => {
  await house.close()
  receiver.close()
})
beforeEach(async () => {
  told = []
  answer = 204
  await house.world.db.rows.webhook.updateMany({ data: { removedAt: house.clock.now() } })
})

const send = () => jobs['send-webhooks'](house.world, {})
const later = async (seconds: number) => {
  house.clock.advance(seconds)
  await send()
}
/** A quote is offered: an event that systems are told of. */
async function happen(meanwhile = async () => {}): Promise<string> {
  const orderId = await makeSubmittedOrder(house, town)
  await meanwhile()
  expect((await office(offerQuote, { params: { orderId }, body: offer })).status).toBe(200)
  await house.settle()
  return orderId
}
async function listen(by: Ask = client) {
  const { answer: made } = await by(makeWebhook, { body: { url, events: ['quote.offered'] } })
  const messages = async () => (await by(listWebhookMessages, { params: { webhookId: made.id } })).answer.rows
  return { ...made, messages }
}

describe('a webhook', () => {
  it('is told of what happens, signed so that only we can have sent it, and of nothing else', async () => {
    const { id, secret, messages } = await listen()
    await listen(rival)
    const orderId = await happen()
    await office(cancelOrder, { params: { orderId }, body: { reason: 'x', owedYen: 0 } })
    await house.settle()
    expect(told).toHaveLength(1)
    const [{ headers, body } = { headers: {}, body: '' }] = told
    const { type, data } = JSON.parse(body) as { type: string; data: Record<string, unknown> }
    expect([type, data.orderId]).toEqual(['quote.offered', orderId])
    const [message] = await messages()
    expect(headers['webhook-id']).toBe(message?.id)
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    expect(key).toHaveLength(32)
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
    expect(Math.abs(Number(headers['webhook-timestamp']) - house.clock.now().getTime() / 1000)).toBeLessThan(60)
    expect(message).toMatchObject({ state: 'delivered', attempts: 1, status: 204, error: null, nextAt: null })
    const row = await house.world.db.rows.webhook.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(row)).not.toContain(secret)
  })

  it('that does not answer well is tried again, later and later, then failed; a replay starts anew with the same id', async () => {
    const { messages } = await listen()
    answer = 500
    await happen()
    expect(await messages()).toMatchObject([{ state: 'waiting', attempts: 1, status: 500 }])
    await send()
    expect(told).toHaveLength(1)
    await later(6)
    expect(told).toHaveLength(2)
    answer = 302
    await later(31)
    expect(await messages()).toMatchObject([{ state: 'waiting', attempts: 3, status: 302 }])
    expect((await client(listWebhooks)).answer.rows).toMatchObject([{ isFailing: true }])
    for (let attempt = 4; attempt <= 12; attempt++) await later(43_201)
    expect(await messages()).toMatchObject([{ state: 'failed', attempts: 12, nextAt: null }])
    await later(400_000)
    expect(told).toHaveLength(12)

    answer = 200
    const [message] = (await client(listWebhookMessages, { params: { webhookId: await newest() } })).answer.rows
    const params = { messageId: message?.id ?? '' }
    expect(codeOf(await rival(replayWebhookMessage, { params }))).toBe('thing.not_found')
    expect((await client(replayWebhookMessage, { params })).answer).toEqual({ done: true })
    await house.settle()
    expect(told).toHaveLength(13)
    expect(new Set(told.map(({ headers, body }) => `${String(headers['webhook-id'])} ${body}`)).size).toBe(1)
    const again = (await client(listWebhookMessages, { params: { webhookId: await newest() } })).answer.rows
    expect(again).toMatchObject([{ state: 'delivered', attempts: 1 }])
  })

  it('is sent each message once, however many processes send at once, and twice when one died in between', async () => {
    const { messages } = await listen()
    answer = 503
    await happen()
    answer = 204
    house.clock.advance(6)
    let letGo = () => {}
    thinking = new Promise((resolve) => {
      letGo = resolve
    })
    const sending = Array.from({ length: 4 }, send)
    await vi.waitFor(() => expect(told).toHaveLength(2), 10_000)
    // Others look while it is on its way.
    await Promise.race([Promise.all(Array.from({ length: 4 }, send)), sending[0]])
    expect(told).toHaveLength(2)
    letGo()
    await Promise.all(sending)
    expect(told).toHaveLength(2)
    expect(await messages()).toMatchObject([{ state: 'delivered', attempts: 2 }])
    // One took a message and was never heard of again.
    await house.world.db.pool.query(
      `UPDATE webhook_message SET state = 'waiting', delivered_at = NULL, next_at = $1 WHERE id = $2`,
      [new Date(house.clock.now().getTime() + 60_000), (await messages())[0]?.id],
    )
    await send()
    expect(told).toHaveLength(2)
    await later(61)
    expect(told).toHaveLength(3)
  })

  it('is told nothing more once it is removed, or its owner may no longer see the order', async () => {
    const { id } = await listen()
    answer = 500
    await happen()
    await client(removeWebhook, { params: { webhookId: id } })
    await later(100_000)
    expect(told).toHaveLength(1)
    expect((await client(listWebhooks)).answer.rows).toEqual([])
    const { id: messageId } = await house.world.db.rows.webhookMessage.findFirstOrThrow({ where: { webhookId: id } })
    expect(codeOf(await client(replayWebhookMessage, { params: { messageId } }))).toBe('webhook.removed')

    await listen()
    const belongTo = (organisationId: string) =>
      house.world.db.rows.membership.updateMany({ where: { personId: town.people.client }, data: { organisationId } })
    await happen(async () => void (await belongTo(town.rivalClientId)))
    await belongTo(town.clientId)
    expect(told).toHaveLength(1)
  })

  it('is one of at most ten, and its messages are forgotten after thirty days', async () => {
    const body = { url, events: ['order.closed' as const] }
    const made = await Promise.all(Array.from({ length: 12 }, () => rival(makeWebhook, { body })))
    expect(made.map(codeOf).filter((code) => code === 'webhook.too_many')).toHaveLength(2)
    // More than one job sends at once: the rest is left to the next.
    await house.world.db.pool.query(
      `INSERT INTO webhook_message (id, webhook_id, event_id, event, body, created_at, next_at)
       SELECT gen_random_uuid(), id, gen_random_uuid(), 'order.closed', '{}', $1, $1
         FROM webhook CROSS JOIN generate_series(1, 3) WHERE removed_at IS NULL`,
      [house.clock.now()],
    )
    await send()
    expect(told).toHaveLength(10)
    await house.settle()
    expect(told).toHaveLength(30)
    house.clock.advance(31 * 86_400)
    await jobs['forget-webhook-messages'](house.world, {})
    expect(await house.world.db.rows.webhookMessage.count({ where: { state: { not: 'waiting' } } })).toBe(0)
  })
})

const newest = async () => (await client(listWebhooks)).answer.rows[0]?.id ?? ''

describe('in production', () => {
  it('refuses addresses without TLS, with a password, or inside a network, also those only a look-up shows', async () => {
    const production = await openHouse({ production: true })
    const place = await makeTown(production)
    const ask = await asPerson(production, place.people.client)
    const made = async (address: string) =>
      codeOf(await ask(makeWebhook, { body: { url: address, events: ['order.closed'] } }))
    expect(await made('http://example.jp/hook')).toBe('webhook.needs_https')
    for (const address of ['127.0.0.1', '127.1', '0x7f000001', '10.0.0.8', '169.254.169.254', '[::1]', '[fd00::1]']) {
      expect([address, await made(`https://${address}/hook`)]).toEqual([address, 'webhook.address_refused'])
    }
    expect(await made('https://user:pass@example.jp/')).toBe('webhook.address_refused')
    for (const address of ['file:///etc/passwd', 'javascript:alert(1)', 'gopher://example.jp/', 'x']) {
      expect([address, await made(address)]).toEqual([address, 'request.malformed'])
    }
    expect(await made('https://example.jp/hook')).toBe('answered 200')
    await production.close()

    // A name that leads inside is found out where it is connected to, and nothing arrives there.
    const { port } = receiver.address() as AddressInfo
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
      const outcome = await postMessage(new URL(`http://${host}/`), { headers: {}, body: '{}', guarded: true })
      expect([host, outcome]).toEqual([host, { status: null, error: 'address_refused' }])
    }
    expect(told).toEqual([])
    const gone = await postMessage(new URL('http://127.0.0.1:1/'), { headers: {}, body: '{}', guarded: false })
    expect(gone).toEqual({ status: null, error: 'ECONNREFUSED' })
  })
})
