import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiScope, listApiKeys, makeApiKey, revokeApiKey } from '../../kit/contract/access.ts'
import { createOrder, listOrders } from '../../kit/contract/orders.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { makeSubmittedOrder } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { picture } from '../support/pictures.ts'
import { openScreen } from '../support/screen.ts'
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

async function newKey(scopes: ApiScope[], days = 30): Promise<{ id: string; key: string }> {
  return (await client(makeApiKey, { body: { name: '社内の連携', scopes, days } })).answer
}

/** Asks as a program with a key does; answers the status and, where it was refused, why. */
async function by(key: string, method: string, path: string, body?: object) {
  const response = await fetch(`${house.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const answer = (await response.json()) as { refusal?: { code: string }; rows?: { id: string }[]; can?: object }
  return { status: response.status, code: answer.refusal?.code ?? null, answer }
}

describe('an API key', () => {
  it('is shown once, and only its hash is kept', async () => {
    const { id, key } = await newKey(['orders.read'])
    expect(key).toMatch(/^tsu_[\w-]{43}$/)
    const row = await house.world.db.rows.apiKey.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(row)).not.toContain(key)
    const listed = (await client(listApiKeys)).answer
    expect(listed.rows[0]).toMatchObject({
      id,
      name: '社内の連携',
      start: key.slice(0, 8),
      state: 'usable',
      lastUsedAt: null,
    })
    expect(JSON.stringify(listed)).not.toContain(key)
    expect((await (await asPerson(house, town.people.rival))(listApiKeys)).answer.rows).toEqual([])
    expect((await office(listApiKeys)).answer.rows.map((each) => each.id)).toContain(id)
  })

  it('opens what its scopes name, of what its owner may see, and nothing else', async () => {
    const mine = await makeSubmittedOrder(house, town)
    const rival = await asPerson(house, town.people.rival)
    const theirs = (await rival(createOrder, { body: { kind: 'image', title: 'x' } })).answer.id
    const { key } = await newKey(['orders.read'])
    const { answer } = await by(key, 'GET', '/api/orders')
    expect(answer.rows?.map(({ id }) => id)).toEqual((await client(listOrders)).answer.rows.map(({ id }) => id))
    expect((await by(key, 'GET', `/api/orders/${mine}`)).status).toBe(200)
    expect((await by(key, 'GET', `/api/orders/${theirs}`)).code).toBe('thing.not_found')
    const beyond: [string, string, object?][] = [
      ['POST', '/api/orders', { kind: 'image', title: 'x' }],
      ['PATCH', `/api/orders/${mine}`, { version: 1 }],
      ['PATCH', '/api/me', { displayName: 'x' }],
      ['DELETE', '/api/sessions'],
      ['GET', '/api/keys'],
      ['POST', '/api/keys', { name: 'x', scopes: ['orders.write'], days: 1 }],
      // Beyond its owner, too.
      ['GET', '/api/ledger'],
    ]
    for (const [method, path, body] of beyond) {
      expect([path, (await by(key, method, path, body)).code]).toEqual([path, 'permission.denied'])
    }
    const me = await by(key, 'GET', '/api/me')
    expect(me.answer.can).toMatchObject({ 'order.read': true, 'order.create': false, 'me.change': false })
    const writing = await newKey(['orders.write'])
    expect((await by(writing.key, 'POST', '/api/orders', { kind: 'image', title: 'by a program' })).status).toBe(200)
    // What an order says of what may be done with it is narrowed as well.
    const seen = await by(key, 'GET', `/api/orders/${mine}`)
    const can = Object.entries(seen.answer.can ?? {}).filter(([, may]) => may)
    expect(can.map(([what]) => what)).toEqual(['readItems'])
  })

  it('opens no socket', async () => {
    const { key } = await newKey(['orders.read'])
    await expect(openScreen(house, town.people.client, key)).rejects.toThrow('session.required')
  })

  it('tells when it was last used', async () => {
    const { id, key } = await newKey(['orders.read'])
    house.clock.advance(300)
    await by(key, 'GET', '/api/orders')
    const used = (await client(listApiKeys)).answer.rows.find((each) => each.id === id)
    expect(house.clock.now().getTime() - new Date(used?.lastUsedAt ?? 0).getTime()).toBeLessThan(60_000)
  })

  it('is worthless once it is revoked, its time is over, or its owner has left, and for good', async () => {
    const revoked = await newKey(['orders.read'])
    expect((await by(revoked.key, 'GET', '/api/orders')).status).toBe(200)
    expect((await office(revokeApiKey, { params: { apiKeyId: revoked.id } })).answer).toEqual({ done: true })
    expect((await by(revoked.key, 'GET', '/api/orders')).code).toBe('api_key.not_usable')
    expect((await client(revokeApiKey, { params: { apiKeyId: revoked.id } })).answer).toEqual({ done: true })
    const events = await house.world.db.rows.event.findMany({
      where: { subjectId: revoked.id },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['api_key.made', town.people.client],
      ['api_key.revoked', town.people.office],
    ])

    const short = await newKey(['orders.read'], 1)
    expect((await by(short.key, 'GET', '/api/orders')).status).toBe(200)
    house.clock.advance(86_400)
    expect((await by(short.key, 'GET', '/api/orders')).code).toBe('api_key.not_usable')
    client = await asPerson(house, town.people.client)
    office = await asPerson(house, town.people.office)
    const states = (await client(listApiKeys)).answer.rows
    expect(states.find(({ id }) => id === short.id)).toMatchObject({ state: 'expired', can: { revoke: false } })

    const left = await newKey(['orders.read'])
    await house.world.db.rows.person.update({ where: { id: town.people.client }, data: { state: 'left' } })
    expect((await by(left.key, 'GET', '/api/orders')).code).toBe('api_key.not_usable')
    await house.world.db.rows.person.update({ where: { id: town.people.client }, data: { state: 'active' } })
    for (const wrong of ['tsu_', `tsu_${'x'.repeat(43)}`, `${left.key}x`, 'tsu_%00']) {
      expect((await by(wrong, 'GET', '/api/orders')).code).toBe('api_key.not_usable')
    }
  })

  it('is one of at most twenty that somebody can use', async () => {
    const rival = await asPerson(house, town.people.rival)
    const body = { name: 'x', scopes: ['orders.read' as const], days: 1 }
    const asked = await Promise.all(Array.from({ length: 23 }, () => rival(makeApiKey, { body })))
    expect(asked.map(codeOf).filter((code) => code === 'api_key.too_many')).toHaveLength(3)
    expect((await rival(listApiKeys)).answer.rows).toHaveLength(20)
  })
})

it('the example client in docs/ places an order with a key, and lists all of them page by page', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tsumugi-example-'))
  await writeFile(join(folder, 'car.png'), await picture(1, 'png'))
  const { key } = await newKey(['orders.read', 'orders.write'])
  const script = resolve(import.meta.dirname, '../../docs/example-client.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder, '車の傷を囲む', '2030-12-24'], {
    env: { PATH: process.env.PATH, TSUMUGI_URL: house.url, TSUMUGI_KEY: key },
  })
  await rm(folder, { recursive: true })
  expect(stdout).toContain('sent car.png')
  expect(stdout).toMatch(/T-\d+ {2}submitted.+1 images {2}車の傷を囲む/)
  expect(
    stdout
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('T-')),
  ).toHaveLength((await client(listOrders)).answer.rows.length)
})

it('an answer that has not changed is not sent again, and nobody in between keeps it', async () => {
  const { key } = await newKey(['orders.read'])
  const orders = (tag?: string) =>
    fetch(`${house.url}/api/orders`, {
      headers: { authorization: `Bearer ${key}`, ...(tag && { 'if-none-match': tag }) },
    })
  const first = await orders()
  const tag = first.headers.get('etag') ?? ''
  expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
  const again = await orders(`"x", ${tag}`)
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
  await client(createOrder, { body: { kind: 'image', title: 'one more' } })
  const changed = await orders(tag)
  expect([changed.status, changed.headers.get('etag') === tag]).toEqual([200, false])
})
