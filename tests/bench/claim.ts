/**
 * Claiming the next task over HTTP, with sign-in, permission, contract, event and live line, from a process of its own:
 * against the same statement through bare pg, and against graphile-worker's get-and-complete. Many short rounds, the
 * three in turn, so that whatever else the machine does meets all of them; the medians of the rounds' ratios count.
 */
import { Logger, run, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { claimNextSql } from '../../api/src/tasks/claim-store.ts'
import { BareClient } from '../support/bare-client.ts'
import { type ClaimField, makeClaimField } from '../support/claim-field.ts'
import { type House, openHouse } from '../support/house.ts'
import { median, timed } from '../support/peak-memory.ts'
import { printRatio } from '../support/ratio.ts'
import { startApiProcess } from '../support/start-api-process.ts'

const openTasks = 100_000
const rounds = 15
const perRound = 600
const inFlight = 8
const people = 100

/** Runs `perRound` pieces of work, so many at once; per second. */
async function rate(work: (index: number) => Promise<void>): Promise<number> {
  let next = 0
  const lane = async () => {
    for (let index = next++; index < perRound; index = next++) await work(index)
  }
  const { seconds } = await timed(() => Promise.all(Array.from({ length: inFlight }, lane)))
  return perRound / seconds
}

function overHttp(field: ClaimField, client: BareClient): Promise<number> {
  const path = `/api/orders/${field.orderId}/claim-next`
  return rate(async (index) => {
    const { token } = field.people[index % people] as ClaimField['people'][number]
    const answer = await client.ask('POST', path, token, { teamId: field.teamId, count: 1 })
    if (answer.status !== 200) throw new Error(`a claim answered ${answer.status} ${JSON.stringify(answer.body)}`)
  })
}

function bare(field: ClaimField, pool: pg.Pool): Promise<number> {
  const text = claimNextSql(1)
  return rate(async (index) => {
    const { personId } = field.people[index % people] as ClaimField['people'][number]
    const at = new Date()
    const leaseUntil = new Date(at.getTime() + 7_200_000)
    const values = [personId, at, 100_000, leaseUntil, field.orderId, field.teamId]
    const { rows } = await pool.query({ name: 'bare_claim', text, values })
    if (rows.length !== 1) throw new Error('a bare claim took nothing')
  })
}

const quiet = new Logger(() => () => {})

/** Jobs fetched, done (nothing) and completed by graphile-worker, with jobs waiting from the start. */
async function worker(pool: pg.Pool): Promise<number> {
  await pool.query(`SELECT graphile_worker.add_job('nothing', '{}') FROM generate_series(1, ${perRound})`)
  let done = 0
  let finished: () => void = () => {}
  const all = new Promise<void>((resolve) => {
    finished = resolve
  })
  const { result, seconds } = await timed(async () => {
    const runner = await run({
      pgPool: pool,
      concurrency: inFlight,
      noHandleSignals: true,
      logger: quiet,
      taskList: {
        nothing: async () => {
          done += 1
          if (done === perRound) finished()
        },
      },
    })
    await all
    return runner
  })
  await result.stop()
  return perRound / seconds
}

async function measure(house: House): Promise<void> {
  const field = await makeClaimField(house, openTasks, people)
  const api = await startApiProcess(house)
  const client = new BareClient(api.port, inFlight)
  const pool = new pg.Pool({ connectionString: house.databaseUrl, max: inFlight + 2 })
  await runMigrations({ pgPool: pool, logger: quiet })
  const measured: { http: number; bare: number; worker: number }[] = []
  try {
    // The first round warms up: caches, plans, compiled code.
    for (let round = 0; round <= rounds; round++) {
      const one = { http: await overHttp(field, client), bare: await bare(field, pool), worker: await worker(pool) }
      await field.emptyHands()
      console.log(
        `  round ${round}: over HTTP ${one.http.toFixed()}/s, bare pg ${one.bare.toFixed()}/s, graphile-worker ${one.worker.toFixed()}/s`,
      )
      if (round > 0) measured.push(one)
    }
  } finally {
    client.close()
    await api.kill()
    await pool.end()
  }
  const note = `${inFlight} in flight, medians of ${rounds} rounds of ${perRound}`
  printRatio({
    what: 'claims over HTTP against the same statement through bare pg',
    ratio: median(measured.map((one) => one.http / one.bare)),
    atLeast: 0.5,
    note,
  })
  printRatio({
    what: 'claims over HTTP against graphile-worker 0.16.6 get-and-complete',
    ratio: median(measured.map((one) => one.http / one.worker)),
    atLeast: 0.5,
    note,
  })
}

const house = await openHouse()
try {
  await measure(house)
} finally {
  await house.close()
}
