import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataChecks } from '../../api/src/data-checks.ts'
import { settleJobs } from '../../api/src/jobs/graphile-job-queue.ts'
import type { JobName, JobPayloads } from '../../api/src/jobs/job-queue.ts'
import { jobs } from '../../api/src/jobs.ts'
import { Refusal } from '../../api/src/kernel/refusal.ts'
import { openLog } from '../../api/src/log.ts'
import { checkData } from '../../api/src/operation/check-data.ts'
import { getDataCheck, listJobs, listRegularJobs, retryJob } from '../../kit/contract/operation.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let office: Ask
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  office = await asPerson(house, town.people.office)
})
afterAll(() => house.close())

const first = async () => (await office(listJobs)).answer.rows[0]

/** Adds a job and answers its id. */
async function add<N extends JobName>(name: N, payload: JobPayloads[N]): Promise<string> {
  await house.world.db.transact((tx) => house.world.jobs.add(tx, name, payload))
  return (await first())?.id ?? ''
}

/** Does what waits, with pictures that cannot be drawn. */
function settleWithout(draw: () => Promise<void>): Promise<void> {
  const world = { ...house.world, log: openLog('silent') }
  return settleJobs(world, { ...jobs, 'draw-pictures': draw })
}

const makeDue = () => house.world.db.pool.query('UPDATE graphile_worker._private_jobs SET run_at = now()')

test('a job waits, runs, fails with its reason, gives up after its last try, and is retried with all its tries', async () => {
  const { orderId } = await makeRunningOrder(house, town, { images: 1, realImages: true })
  await house.settle()
  expect((await office(listJobs)).answer).toEqual({ rows: [], next: null })

  const jobId = await add('draw-pictures', { orderId })
  const waiting = { name: 'draw-pictures', state: 'waiting', attempts: 0, error: null, can: { retry: true } }
  expect(await first()).toMatchObject({ ...waiting, order: { id: orderId } })

  await settleWithout(async () => {
    expect(await first()).toMatchObject({ state: 'running', attempts: 1, can: { retry: false } })
    expect(codeOf(await office(retryJob, { params: { jobId } }))).toBe('job.running')
    throw new Refusal('file.no_room')
  })
  expect(await first()).toMatchObject({ state: 'retrying', attempts: 1, attemptsMax: 5, error: 'file.no_room' })

  for (let attempt = 2; attempt <= 5; attempt++) {
    await makeDue()
    await settleWithout(() => Promise.reject(new Error('the store is away')))
  }
  expect(await first()).toMatchObject({ state: 'failed', attempts: 5, at: null, error: 'the store is away' })
  const failed = await office(listJobs, { query: { state: 'failed' } })
  expect(failed.answer.rows.map(({ id }) => id)).toEqual([jobId])
  expect((await office(listJobs, { query: { state: 'waiting' } })).answer.rows).toEqual([])

  expect((await office(retryJob, { params: { jobId } })).answer).toEqual({ done: true })
  expect(await first()).toMatchObject({ state: 'waiting', attempts: 0, attemptsMax: 5 })
  await house.settle()
  expect(await first()).toBeUndefined()
  const event = await house.world.db.rows.event.findFirstOrThrow({ where: { action: 'job.retried' } })
  expect(event).toMatchObject({ actorId: town.people.office, facts: { job: 'draw-pictures' } })
  expect(codeOf(await office(retryJob, { params: { jobId } }))).toBe('thing.not_found')
})

test('a job whose process died is retried by the office after half an hour', async () => {
  const jobId = await add('forget-answers', {})
  const lockedFor = (minutes: number) =>
    house.world.db.pool.query(
      `UPDATE graphile_worker._private_jobs SET locked_by = 'gone', locked_at = now() - make_interval(mins => $1)`,
      [minutes],
    )
  await lockedFor(29)
  expect(await first()).toMatchObject({ state: 'running', can: { retry: false } })
  expect(codeOf(await office(retryJob, { params: { jobId } }))).toBe('job.running')
  await lockedFor(31)
  expect(await first()).toMatchObject({ state: 'running', can: { retry: true } })
  expect((await office(retryJob, { params: { jobId } })).answer).toEqual({ done: true })
  expect(await first()).toMatchObject({ state: 'waiting' })
  await house.settle()
  expect(await first()).toBeUndefined()
})

test('jobs are read page by page, newest first', async () => {
  const added = [await add('forget-answers', {}), await add('forget-files', {}), await add('forget-answers', {})]
  const page = (await office(listJobs, { query: { limit: 2 } })).answer
  const rest = (await office(listJobs, { query: { limit: 2, cursor: page.next ?? '' } })).answer
  expect([...page.rows, ...rest.rows].map(({ id }) => id)).toEqual(added.reverse())
  expect(rest.next).toBeNull()
  expect(codeOf(await office(listJobs, { query: { cursor: 'eCc7' } }))).toBe('request.malformed')
})

test('the rounds of the house are listed with when each was last begun', async () => {
  await house.world.db.pool.query(
    `INSERT INTO graphile_worker._private_known_crontabs VALUES ('expire-claims', now(), '2026-11-20 01:02:03Z')`,
  )
  expect((await office(listRegularJobs)).answer.rows).toEqual([
    { name: 'expire-claims', lastAt: '2026-11-20T01:02:03.000Z' },
  ])
})

test('every night all data are checked, and the office reads in both languages what does not hold', async () => {
  expect((await office(getDataCheck)).answer).toEqual({ last: null })
  await add('check-data', {})
  await house.settle()
  const well = (await office(getDataCheck)).answer.last
  expect(well).toMatchObject({ checked: dataChecks.length, findings: [] })

  house.clock.advance(60)
  await add('check-data', {})
  const planted = {
    sentence: 'nobody is called hana',
    ja: '花という人はいない',
    sql: `SELECT id FROM person WHERE display_name = 'hana';`,
  }
  const told: string[] = []
  const world = { ...house.world, log: openLog('error', { write: (line) => told.push(line) }) }
  await settleJobs(world, { ...jobs, 'check-data': (at) => checkData(at, [...dataChecks, planted]) })
  const broken = (await office(getDataCheck)).answer.last
  expect(broken?.findings).toEqual([{ en: planted.sentence, ja: planted.ja, count: 1 }])
  expect(broken?.finishedAt.localeCompare(well?.finishedAt ?? '')).toBe(1)
  expect(told.join()).toContain(planted.sentence)
})
