import { createHash, timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { countJobs } from '../jobs/count-jobs.ts'
import type { World } from '../world.ts'

/** What this process counts and measures, in Prometheus's words; nothing in it tells of a person. */
export interface Metrics {
  /** Measures every request by its route's pattern. */
  watch: RequestHandler
  /** Answers the figures to anybody: for a port nobody outside can reach. */
  answer: RequestHandler
  /** Answers the figures to whoever shows the token as a bearer's. */
  answerHolder(token: string): RequestHandler
}

const durations = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** Begins to count; once per server. */
export function openMetrics(world: World, sockets: () => number): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: durations,
    registers,
  })
  const inHand = new Gauge({ name: 'http_requests_in_hand', help: 'Requests not answered yet', registers })
  const refused = new Counter({
    name: 'tsumugi_refusals_total',
    help: 'Answers of 4xx, by status',
    labelNames: ['status'],
    registers,
  })
  measureHouse(world, sockets, registers)

  const answer: RequestHandler = async (_request, response) => {
    response.setHeader('Cache-Control', 'no-store')
    response.type(registry.contentType).send(await registry.metrics())
  }
  return {
    answer,
    answerHolder: (token) => (request, response, next) => {
      if (isSame(request.headers.authorization ?? '', `Bearer ${token}`)) return answer(request, response, next)
      response.status(401).setHeader('WWW-Authenticate', 'Bearer').end()
    },
    watch(request, response, next) {
      const stop = seconds.startTimer()
      inHand.inc()
      response.once('close', () => {
        inHand.dec()
        const status = String(response.statusCode)
        // The pattern and never the address: ids and tokens stand in addresses.
        stop({ method: request.method, route: String(request.route?.path ?? 'other'), status })
        if (status.startsWith('4')) refused.inc({ status })
      })
      next()
    },
  }
}

/** Figures looked up when they are asked for. */
function measureHouse(world: World, sockets: () => number, registers: Registry[]): void {
  new Gauge({
    name: 'tsumugi_sockets',
    help: 'Open screens connected to this process',
    registers,
    collect() {
      this.set(sockets())
    },
  })
  new Gauge({
    name: 'tsumugi_database_connections',
    help: 'Connections of this process’s pool',
    labelNames: ['state'],
    registers,
    collect() {
      const { totalCount, idleCount, waitingCount } = world.db.pool
      this.set({ state: 'used' }, totalCount - idleCount)
      this.set({ state: 'idle' }, idleCount)
      this.set({ state: 'waited_for' }, waitingCount)
    },
  })
  new Gauge({
    name: 'tsumugi_jobs_late_seconds',
    help: 'How long the longest waiting job has been due (the whole house)',
    registers,
    async collect() {
      this.set((await countJobs(world.db)).lateSeconds)
    },
  })
  new Gauge({
    name: 'tsumugi_jobs',
    help: 'Background jobs by state (the whole house)',
    labelNames: ['state'],
    registers,
    async collect() {
      const { lateSeconds: _late, ...states } = await countJobs(world.db)
      for (const [state, count] of Object.entries(states)) this.set({ state }, count)
    },
  })
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
