import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { endpoint } from '../../contract/endpoint.ts'
import { type Caller, createCaller } from './call.ts'
import { Refused, ServerFailed, Unreachable } from './refused.ts'
import { openSession, type Session } from './session.ts'

const getThing = endpoint({
  name: 'getThing',
  method: 'GET',
  path: '/api/things/:thingId',
  action: null,
  summary: 'One thing.',
  params: z.object({ thingId: z.string() }),
  query: z.object({ kinds: z.array(z.string()).optional(), search: z.string().optional() }),
  answer: z.object({ url: z.string(), token: z.string() }),
  refusals: [],
})

type Handler = (request: IncomingMessage, response: ServerResponse) => void

let server: Server
let handle: Handler
let refreshes: number
let session: Session
let caller: Caller

function json(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const expired = { refusal: { code: 'session.access_expired', facts: {} } }

beforeEach(async () => {
  refreshes = 0
  server = createServer((request, response) => {
    if (request.url !== '/api/session/refresh') return handle(request, response)
    refreshes += 1
    return json(response, 200, { accessToken: `token-${refreshes}`, expiresAt: '2099-01-01T00:00:00Z' })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  session = openSession({ baseUrl, refreshPath: '/api/session/refresh' })
  session.begin({ accessToken: 'token-0', expiresAt: '2099-01-01T00:00:00Z' })
  caller = createCaller({ baseUrl, session })
  handle = (request, response) =>
    json(response, 200, { url: request.url, token: String(request.headers.authorization) })
})

afterEach(() => {
  session.end()
  server.closeAllConnections()
  server.close()
})

describe('a call', () => {
  it('fills in parameters and query and carries the token', async () => {
    const request = { params: { thingId: 'a/b' }, query: { kinds: ['x', 'y'], search: undefined } }
    const answer = await caller.call(getThing, request)
    expect(answer).toEqual({ url: '/api/things/a%2Fb?kinds=x&kinds=y', token: 'Bearer token-0' })
  })

  it('renews an expired token once for many calls at once, and sends each again', async () => {
    handle = (request, response) =>
      request.headers.authorization === 'Bearer token-0'
        ? json(response, 401, expired)
        : json(response, 200, { url: '', token: String(request.headers.authorization) })
    const calls = Array.from({ length: 12 }, () => caller.call(getThing, { params: { thingId: '1' } }))
    const tokens = (await Promise.all(calls)).map(({ token }) => token)
    expect(new Set(tokens)).toEqual(new Set(['Bearer token-1']))
    expect(refreshes).toBe(1)
  })

  it('throws what the server refused, with its facts and fields', async () => {
    const refusal = {
      code: 'request.too_many',
      facts: { seconds: 9 },
      fields: [{ path: 'title', problem: 'required' }],
    }
    handle = (_, response) => json(response, 429, { refusal })
    const failure = await caller.call(getThing, { params: { thingId: '1' } }).catch((reason: unknown) => reason)
    expect(failure).toBeInstanceOf(Refused)
    expect(failure).toMatchObject({ code: 'request.too_many', status: 429, facts: { seconds: 9 } })
    expect((failure as Refused).fields).toHaveLength(1)
  })

  it('tells our own failure by its id, and no answer from a refusal', async () => {
    handle = (_, response) => json(response, 500, { error: { id: 'e-1' } })
    const failed = await caller.call(getThing, { params: { thingId: '1' } }).catch((reason: unknown) => reason)
    expect(failed).toBeInstanceOf(ServerFailed)
    expect(failed).toMatchObject({ id: 'e-1' })

    handle = (request) => request.destroy()
    const silent = await caller.call(getThing, { params: { thingId: '1' } }).catch((reason: unknown) => reason)
    expect(silent).toBeInstanceOf(Unreachable)
  })

  it('sends a change whose answer got lost once more, with the same key, and others only once', async () => {
    const change = endpoint({ ...getThing, name: 'changeThing', method: 'POST', action: 'me.change' })
    const keys: (string | undefined)[] = []
    handle = (request, response) => {
      keys.push(request.headers['idempotency-key'] as string | undefined)
      if (keys.length === 1) request.destroy()
      else json(response, 200, { url: 'x', token: 'y' })
    }
    expect(await caller.call(change, { params: { thingId: '1' } })).toEqual({ url: 'x', token: 'y' })
    expect([keys.length, new Set(keys).size, keys[0]]).toEqual([2, 1, expect.stringMatching(/^[0-9a-f]{32}$/)])
    await caller.call(change, { params: { thingId: '1' } })
    expect(new Set(keys).size).toBe(2)
    // A balancer answers in its own words for a process that died over the request.
    keys.length = 0
    handle = (request, response) => {
      keys.push(request.headers['idempotency-key'] as string | undefined)
      if (keys.length === 1) response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>')
      else json(response, 200, { url: 'x', token: 'y' })
    }
    expect(await caller.call(change, { params: { thingId: '1' } })).toEqual({ url: 'x', token: 'y' })
    expect([keys.length, new Set(keys).size]).toEqual([2, 1])
    handle = (request) => {
      keys.push(request.headers['idempotency-key'] as string | undefined)
      request.destroy()
    }
    keys.length = 0
    await expect(caller.call(getThing, { params: { thingId: '1' } })).rejects.toBeInstanceOf(Unreachable)
    expect(keys).toEqual([undefined])
  })

  it('ends the session here when the server says it has ended', async () => {
    handle = (_, response) => json(response, 401, { refusal: { code: 'session.ended', facts: {} } })
    await caller.call(getThing, { params: { thingId: '1' } }).catch(() => undefined)
    expect(session.state()).toBe('out')
  })
})
