import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { rawRequest } from '../support/raw-request.ts'
import { makeTown, type Town } from '../support/town.ts'
import { claimByRow, goodAnswer } from '../support/work-rows.ts'

let house: House
let town: Town
let order: RunningOrder
let hana: string
let office: string
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  order = await makeRunningOrder(house, town)
  await claimByRow(house, order.assignmentIds[0] ?? '', town.people.hana)
  hana = await house.tokenOf(town.people.hana)
  office = await house.tokenOf(town.people.office)
})
afterAll(() => house.close())

type Body = string | Uint8Array<ArrayBuffer>
async function send(method: string, path: string, body: Body | null, headers: Record<string, string> = {}) {
  const response = await fetch(`${house.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== null && { body }),
  })
  const text = await response.text()
  return { status: response.status, code: /"code":"([\w.]+)"/.exec(text)?.[1] ?? null, text, headers: response.headers }
}
const as = (token: string) => ({ authorization: `Bearer ${token}` })
const draft = () => `/api/assignments/${order.assignmentIds[0]}/draft`

/** Of Hana's settings as they are now: a change names what it was made from. */
const version = async () => JSON.parse((await send('GET', '/api/me', null, as(hana))).text).version as number

describe('bodies', () => {
  it('that are huge are refused, and unread when nobody is signed in', async () => {
    const huge = JSON.stringify({ email: 'x'.repeat(21_000_000), password: 'x' })
    expect((await send('POST', '/api/session', huge)).code).toBe('request.too_large')
    expect((await send('PUT', draft(), huge, as(hana))).code).toBe('request.too_large')
    expect((await send('PUT', draft(), huge)).code).toBe('session.required')
    const bomb = new Uint8Array(gzipSync(`{"email":"${'x'.repeat(50_000_000)}"}`))
    const zipped = await send('POST', '/api/session', bomb, { 'content-encoding': 'gzip' })
    expect([zipped.status, zipped.code]).toEqual([413, 'request.too_large'])
  })

  it('that are no JSON, of a strange encoding, nested a million deep or cut short are refused', async () => {
    const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000)
    const refused = [
      await send('PUT', draft(), '{"a":', as(hana)),
      await send('PUT', draft(), '"text"', as(hana)),
      await send('PUT', draft(), '{}', { ...as(hana), 'content-encoding': 'compress' }),
      await send('PUT', draft(), '{}', { ...as(hana), 'content-type': 'application/json; charset=koi8-r' }),
    ]
    expect(refused.map(({ status, code }) => [status, code])).toEqual(refused.map(() => [400, 'request.not_json']))
    expect((await send('PUT', draft(), `{"answer":${deep}}`, as(hana))).status).toBe(400)
    expect((await send('PUT', draft(), 'a=b', { ...as(hana), 'content-type': 'text/plain' })).code).toBe(
      'request.malformed',
    )
  })

  it('of the wrong types are told field by field', async () => {
    const { status, text } = await send('POST', '/api/session', '{"email":{"$ne":null},"password":["x"]}')
    expect([status, JSON.parse(text).refusal.fields]).toEqual([
      400,
      [
        { path: 'email', problem: 'wrong_type' },
        { path: 'password', problem: 'wrong_type' },
      ],
    ])
    for (const body of [
      'null',
      '[]',
      '[[]]',
      '{"displayName":5}',
      '{"displayName":{"toString":1}}',
      '{"language":[]}',
    ]) {
      const seen = await send('PATCH', '/api/me', body, as(hana))
      expect([body, seen.status < 500]).toEqual([body, true])
    }
  })

  it('cannot bring in what the database cannot keep', async () => {
    for (const name of ['a\\u0000b', '\\ud800', 'a\\uDC00']) {
      const seen = await send('PATCH', '/api/me', `{"version":0,"displayName":"${name}"}`, as(hana))
      expect([name, seen.status, seen.code]).toEqual([name, 400, 'request.malformed'])
    }
    const utf16 = new Uint8Array(Buffer.from('{"version":0,"displayName":"a\\u0000b"}', 'utf16le'))
    const seen = await send('PATCH', '/api/me', utf16, {
      ...as(hana),
      'content-type': 'application/json; charset=utf-16le',
    })
    expect(seen.code).toBe('request.malformed')
    expect((await send('GET', '/api/people?search=%00', null, as(office))).code).toBe('request.malformed')
    expect(
      (await send('PATCH', '/api/me', `{"version":${await version()},"displayName":"\\ud83d\\ude00 𠮷"}`, as(hana)))
        .status,
    ).toBe(200)
    const me = await send('GET', '/api/me', null, as(hana))
    expect(JSON.parse(me.text).displayName).toBe('😀 𠮷')
  })

  it('cannot reach prototypes', async () => {
    const answer = await goodAnswer(house, order.assignmentIds[0] ?? '')
    const marks = JSON.stringify(Object.values(answer.images)[0])
    const poisoned = [
      '{"version":0,"__proto__":{"displayName":"polluted"}}',
      '{"version":0,"constructor":{"prototype":{"polluted":true}}}',
      `{"version":${await version()},"displayName":"ok","__proto__":{"polluted":true}}`,
    ]
    for (const body of poisoned) await send('PATCH', '/api/me', body, as(hana))
    for (const key of ['__proto__', 'constructor', 'hasOwnProperty', 'toString']) {
      const body = `{"answer":{"images":{"${key}":${marks}}},"version":0,"activeSeconds":1}`
      const seen = await send('PUT', draft(), body, as(hana))
      expect([key, seen.status < 500]).toEqual([key, true])
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    const me = await send('GET', '/api/me', null, as(hana))
    expect(me.text).not.toContain('polluted')
  })
})

describe('addresses and queries', () => {
  it('that name nothing are 404 and never a 500', async () => {
    const paths = [
      '/api/nothing',
      '/api/orders/1',
      "/api/orders/'%20OR%201=1--",
      '/api/orders/%E0%A4%A',
      '/api/orders/..%2F..%2Fme',
      '/api/orders/00000000-0000-0000-0000-000000000000',
      `/api/orders/${'9'.repeat(5_000)}`,
      '/api/item-images/x/full?until=0&signature=x',
    ]
    for (const path of paths) {
      const { status } = await send('GET', path, null, as(office))
      expect([path.slice(0, 60), status]).toEqual([path.slice(0, 60), 404])
    }
  })

  it('with repeated, nested and huge values are refused by shape', async () => {
    for (const query of [
      'limit=5&limit=6',
      'limit=1e9',
      'limit=-1',
      'limit=abc',
      'limit=',
      'cursor=%FF%FE',
      'search[$ne]=x',
    ]) {
      const { status } = await send('GET', `/api/people?${query}`, null, as(office))
      expect([query, status === 400 || status === 200]).toEqual([query, true])
    }
    expect((await send('GET', '/api/people?cursor=AAAA', null, as(office))).code).toBe('request.malformed')
    const quoted = await send(
      'GET',
      `/api/people?search=${encodeURIComponent("'; DROP TABLE person; --")}`,
      null,
      as(office),
    )
    expect(JSON.parse(quoted.text).rows).toEqual([])
  })

  it('that name days and months no calendar has are refused', async () => {
    const said: unknown[] = []
    for (const month of ['0000-01', '9999-12', '2026-13']) {
      said.push((await send('GET', `/api/pay-months/${month}`, null, as(office))).status)
      said.push((await send('GET', `/api/my-month?month=${month}`, null, as(hana))).status)
    }
    expect(said).toEqual([404, 400, 404, 400, 404, 400])
    for (const dueOn of ['9999-12-31', '0000-01-01', '2026-02-30']) {
      const body = JSON.stringify({ version: 1, dueOn })
      const { status, text } = await send('PATCH', `/api/orders/${order.orderId}`, body, as(office))
      expect([status, JSON.parse(text).refusal.fields]).toEqual([400, [{ path: 'dueOn', problem: 'not_a_day' }]])
    }
  })

  it('that go on from a place nobody was sent to are refused or answered, never a mistake of ours', async () => {
    const dashes = '-'.repeat(36)
    const lists = ['orders', 'people', 'events', 'ledger/entries', `orders/${order.orderId}/tasks`]
    for (const list of [...lists, `orders/${order.orderId}/items`]) {
      for (const place of [dashes, '0'.repeat(36), `${dashes} x`, '999999999999999', '\0', '']) {
        const cursor = Buffer.from(place).toString('base64url')
        const { status } = await send('GET', `/api/${list}?cursor=${cursor}`, null, as(office))
        expect([list, place, status === 400 || status === 200]).toEqual([list, place, true])
      }
    }
  })
})

describe('headers', () => {
  it('cannot be smuggled into answers', async () => {
    const seen = await send(
      'PATCH',
      '/api/me',
      `{"version":${await version()},"displayName":"a\\r\\nSet-Cookie: x=1"}`,
      as(hana),
    )
    expect([seen.status, seen.headers.getSetCookie()]).toEqual([200, []])
    const raw = await rawRequest(
      house.server,
      `GET /api/me?x=%0d%0aSet-Cookie:%20x=1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${hana}\r\nConnection: close\r\n\r\n`,
    )
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/set-cookie/i)
    expect(raw).toContain('"displayName":"a Set-Cookie: x=1"')
  })

  it('cannot pretend another network address where no proxy is trusted', async () => {
    const body = JSON.stringify({ email: 'sato@example.jp', password: 'guess' })
    const codes: (string | null)[] = []
    // From the seventh on each has to wait twice as long as the one before: no machine is that slow. Over networks 20 are free.
    for (let n = 0; n < 15 && codes.at(-1) !== 'request.too_many'; n++) {
      codes.push((await send('POST', '/api/session', body, { 'x-forwarded-for': `198.51.100.${n}` })).code)
    }
    expect(codes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'session.wrong_credentials'))
    expect(codes.at(-1)).toBe('request.too_many')
  })

  it('that are malformed end the connection and not the server', async () => {
    expect(await rawRequest(house.server, 'GET / HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n')).toMatch(/^HTTP\/1.1 400/)
    const smuggled =
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
    expect(await rawRequest(house.server, smuggled)).toMatch(/^HTTP\/1.1 400/)
    expect((await send('GET', '/healthz', null)).status).toBe(200)
  })

  it('forbid framing, foreign scripts and guessing types', async () => {
    const { headers } = await send('GET', '/api/me', null, as(hana))
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
  })
})
