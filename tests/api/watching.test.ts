import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMetrics } from '../../api/src/http/metrics.ts'
import { metricsServer } from '../../api/src/http/metrics-server.ts'
import { openTracing, type Tracing } from '../../api/src/tracing.ts'
import { createOrder, getOrder } from '../../kit/contract/orders.ts'
import { asPerson } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeTown, type Town } from '../support/town.ts'

const metricsToken = 'a token of the one who watches'
const secret = 'marker-in-a-title'

interface Span {
  name: string
  traceId: string
  parentSpanId?: string
  attributes: { key: string; value: Record<string, unknown> }[]
}

let collector: Server
const spans: Span[] = []
let received = ''
let tracing: Tracing
let house: House
let town: Town
let orderId: string
beforeAll(async () => {
  collector = createServer(async (request, response) => {
    const sent = (await json(request)) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }
    received += JSON.stringify(sent)
    spans.push(...sent.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((each) => each.spans)))
    response.setHeader('content-type', 'application/json').end('{}')
  })
  await new Promise<void>((ready) => collector.listen(0, '127.0.0.1', ready))
  tracing = await openTracing(`http://127.0.0.1:${(collector.address() as AddressInfo).port}/`)
  house = await openHouse({ metricsToken }, { watch: [tracing.watch] })
  town = await makeTown(house)
  const client = await asPerson(house, town.people.client)
  orderId = (await client(createOrder, { body: { kind: 'image', title: secret } })).answer.id
  await client(getOrder, { params: { orderId } })
})
afterAll(async () => {
  await house.close()
  collector.close()
})

const metrics = (authorization?: string) =>
  fetch(`${house.url}/metrics`, authorization === undefined ? {} : { headers: { authorization } })

describe('/metrics', () => {
  it('is answered to whoever holds the token, and to nobody else', async () => {
    expect([(await metrics()).status, (await metrics('Bearer x')).status]).toEqual([401, 401])
    expect((await metrics(`Bearer ${await house.tokenOf(town.people.office)}`)).status).toBe(401)
    const answer = await metrics(`Bearer ${metricsToken}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching('^text/plain')])
  })

  it('measures requests by their routes, jobs, screens and connections, and names nobody', async () => {
    await house.world.db.pool.query(
      `SELECT graphile_worker.add_job('forget-answers', run_at => now() - interval '1 h')`,
    )
    const text = await (await metrics(`Bearer ${metricsToken}`)).text()
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/orders\/:orderId",status="200"\} 1/,
    )
    expect(text).toContain('tsumugi_jobs{state="waiting"} 1')
    expect(Number(/^tsumugi_jobs_late_seconds (.+)$/m.exec(text)?.[1])).toBeGreaterThan(3_000)
    expect(text).toContain('tsumugi_sockets 0')
    expect(text).toMatch(/tsumugi_database_connections\{state="idle"\} \d/)
    expect(text).toMatch(/process_resident_memory_bytes \d/)
    for (const hidden of [orderId, secret, town.people.client, 'example.jp']) expect(text).not.toContain(hidden)
  })

  it('has a port of its own by setting, and is no address at all without either', async () => {
    const server = metricsServer(openMetrics(house.world, () => 3))
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    expect(await (await fetch(`${own}/metrics`)).text()).toContain('tsumugi_sockets 3')
    expect((await fetch(`${own}/api/me`)).status).toBe(404)
    server.closeAllConnections()
    server.close()
    const without = await openHouse()
    expect((await fetch(`${without.url}/metrics`)).status).toBe(404)
    await without.close()
  })
})

describe('OpenTelemetry', () => {
  it('is sent a span for each request and job, in the caller’s trace, without personal data', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c'
    const asked = await fetch(`${house.url}/api/orders/${orderId}?search=${secret}`, {
      headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` },
    })
    await tracing.around('forget-files', async () => {})
    await expect(tracing.around('split-order', () => Promise.reject(new Error(secret)))).rejects.toThrow(secret)
    await tracing.close()
    const mine = spans.find((span) => span.traceId === traceId)
    expect(mine).toMatchObject({ name: 'GET /api/orders/:orderId', parentSpanId: 'b7ad6b7169203331' })
    const values = JSON.stringify(mine?.attributes)
    expect(values).toContain('401')
    expect(values).toContain(asked.headers.get('x-request-id'))
    expect(spans.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['POST /api/orders', 'job forget-files', 'job split-order']),
    )
    for (const hidden of [orderId, secret, town.people.client]) expect(received).not.toContain(hidden)
  })
})
