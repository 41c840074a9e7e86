import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../api/src/kernel/ids.ts'
import { submitTask } from '../../kit/contract/answers.ts'
import type { Endpoint } from '../../kit/contract/endpoint.ts'
import { cancelOrder } from '../../kit/contract/orders.ts'
import { makeInvitation } from '../../kit/contract/people.ts'
import { claimNextTasks, claimTask } from '../../kit/contract/tasks.ts'
import { createTeam } from '../../kit/contract/teams.ts'
import { makeDraft } from '../support/draft-order.ts'
import { expectChecksHold, reviewAndLedgerChecks } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { picture } from '../support/pictures.ts'
import { type ApiProcess, startApiProcess } from '../support/start-api-process.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'
import { claimByRow, confirmTermsByRow, goodAnswer } from '../support/work-rows.ts'

let house: House
let town: Town
let order: RunningOrder

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  order = await makeRunningOrder(house, town, { images: 48, unitsPerTask: 2 })
})
afterAll(async () => {
  await expectChecksHold(house, reviewAndLedgerChecks)
  await house.close()
})

interface Answered {
  status: number
  isReplay: boolean
  body: { refusal?: { code: string } } & Record<string, unknown>
}

/** Asks with a key, as whoever lost an answer asks again; over another process where a port is given. */
async function ask(
  who: TownPerson,
  endpoint: Endpoint,
  key: string,
  { params = {}, body, port }: { params?: Record<string, string>; body?: unknown; port?: number } = {},
): Promise<Answered> {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
  const response = await fetch(`${port ? `http://127.0.0.1:${port}` : house.url}${path}`, {
    method: endpoint.method,
    headers: {
      authorization: `Bearer ${await house.tokenOf(town.people[who])}`,
      'idempotency-key': key,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const isReplay = response.headers.get('idempotent-replayed') === 'true'
  return { status: response.status, isReplay, body: (await response.json()) as Answered['body'] }
}

const task = (number: number) => order.assignmentIds[number - 1] ?? ''
const submissions = (assignmentId: string) => house.world.db.rows.submission.count({ where: { assignmentId } })
async function submission(number: number) {
  await claimByRow(house, task(number), town.people.hana)
  const body = { answer: await goodAnswer(house, task(number)), note: '', activeSeconds: 60 }
  return { params: { assignmentId: task(number) }, body }
}

describe('a change asked for again with its key', () => {
  it('is answered as before and not made again: one submission, however often the answer gets lost', async () => {
    const request = await submission(1)
    const key = newId()
    const first = await ask('hana', submitTask, key, request)
    const again = await ask('hana', submitTask, key, request)
    expect([first.status, first.isReplay, again.status, again.isReplay]).toEqual([200, false, 200, true])
    expect(again.body).toEqual(first.body)
    expect(await submissions(task(1))).toBe(1)
  })

  it('is made once by twenty at the same moment over two processes, and each hears the same', async () => {
    const other: ApiProcess = await startApiProcess(house)
    try {
      const name = `チーム ${newId()}`
      const body = { name, nameEn: 'x', regionId: town.northTownId }
      const key = newId()
      const ports = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? undefined : other.port))
      const answers = await Promise.all(
        ports.map((port) => ask('office', createTeam, key, { body, ...(port !== undefined && { port }) })),
      )
      expect(new Set(answers.map(({ status, body: said }) => JSON.stringify([status, said]))).size).toBe(1)
      expect(answers.filter(({ isReplay }) => !isReplay)).toHaveLength(1)
      expect(await house.world.db.rows.team.count({ where: { name } })).toBe(1)
    } finally {
      await other.kill()
    }
  })

  it('takes no further tasks: the next ones are claimed once', async () => {
    await confirmTermsByRow(house, order.orderId, town.people.ken)
    const request = { params: { orderId: order.orderId }, body: { teamId: town.northTeamId, count: 2 } }
    const key = newId()
    const first = await ask('ken', claimNextTasks, key, request)
    const again = await ask('ken', claimNextTasks, key, request)
    expect([first.status, again.status, again.isReplay]).toEqual([200, 200, true])
    expect(again.body).toEqual(first.body)
    expect(await house.world.db.rows.assignment.count({ where: { personId: town.people.ken } })).toBe(2)
  })
})

it('a picture sent again with its key is one picture, also when the draft takes no more meanwhile', async () => {
  const orderId = await makeDraft(house, town)
  const bytes = await picture(40)
  const token = await house.tokenOf(town.people.client)
  const key = newId()
  const send = async (name: string) => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(bytes)]), name)
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key }
    const response = await fetch(`${house.url}/api/orders/${orderId}/items`, { method: 'POST', headers, body: form })
    return {
      status: response.status,
      replayed: response.headers.get('idempotent-replayed'),
      said: await response.json(),
    }
  }
  const first = await send('a.png')
  expect(first).toMatchObject({ status: 200, replayed: null, said: { added: expect.anything() } })
  const before = await house.world.db.rows.orderItem.count({ where: { orderId } })
  const cancelled = await ask('office', cancelOrder, newId(), {
    params: { orderId },
    body: { reason: 'x', owedYen: 0 },
  })
  expect(cancelled.status).toBe(200)
  expect(await send('a.png')).toEqual({ ...first, replayed: 'true' })
  expect(await send('b.png')).toMatchObject({ status: 422, said: { refusal: { code: 'request.key_reused' } } })
  expect(await house.world.db.rows.orderItem.count({ where: { orderId } })).toBe(before)
})

describe('a key', () => {
  it('means one request: another body or another address is refused, another person’s key is another', async () => {
    const key = newId()
    const body = { name: `チーム ${key}`, nameEn: 'x', regionId: town.northTownId }
    expect((await ask('office', createTeam, key, { body })).status).toBe(200)
    const reused = await ask('office', createTeam, key, { body: { ...body, nameEn: 'y' } })
    expect([reused.status, reused.body.refusal?.code]).toEqual([422, 'request.key_reused'])
    const elsewhere = await ask('office', makeInvitation, key, { body: invitation() })
    expect(elsewhere.body.refusal?.code).toBe('request.key_reused')
    const request = await submission(20)
    expect((await ask('hana', submitTask, key, request)).status).toBe(200)
  })

  it('whose request was refused may try again: nothing was done', async () => {
    await confirmTermsByRow(house, order.orderId, town.people.hana)
    const key = newId()
    const request = { params: { assignmentId: task(10) } }
    await claimByRow(house, task(10), town.people.mori)
    expect((await ask('hana', claimTask, key, request)).body.refusal?.code).toBe('task.already_claimed')
    await house.world.db.rows.assignment.update({
      where: { id: task(10) },
      data: { state: 'open', personId: null, leaseUntil: null, claimedAt: null, termsNoticeId: null },
    })
    expect((await ask('hana', claimTask, key, request)).status).toBe(200)
  })

  it('that nobody could mean is refused', async () => {
    const body = { name: 'x', nameEn: 'x', regionId: town.northTownId }
    expect((await ask('office', createTeam, 'x'.repeat(201), { body })).status).toBe(400)
    expect((await ask('office', createTeam, 'a b', { body })).status).toBe(400)
  })

  it('keeps no secret: a retried invitation says that it was made, and shows no link', async () => {
    const key = newId()
    const body = invitation()
    expect((await ask('office', makeInvitation, key, { body })).status).toBe(200)
    const again = await ask('office', makeInvitation, key, { body })
    expect([again.status, again.body.refusal?.code]).toEqual([409, 'request.in_doubt'])
    expect(await house.world.db.rows.keyedRequest.findFirst({ where: { key } })).toMatchObject({ answer: null })
    expect(await house.world.db.rows.invitation.count({ where: { email: body.email } })).toBe(1)
  })

  it('is kept for a day', async () => {
    const key = newId()
    const body = { name: `チーム ${key}`, nameEn: 'x', regionId: town.northTownId }
    await ask('office', createTeam, key, { body })
    const forget = async () => {
      await house.world.db.transact((tx) => house.world.jobs.add(tx, 'forget-answers', {}))
      await house.settle()
    }
    house.clock.advance(23 * 3600)
    await forget()
    expect((await ask('office', createTeam, key, { body })).isReplay).toBe(true)
    house.clock.advance(2 * 3600)
    await forget()
    expect((await ask('office', createTeam, key, { body })).isReplay).toBe(false)
  })
})

it('a change whose answer cannot be kept is not made: key, change and answer are one', async () => {
  const request = await submission(15)
  const { pool } = house.world.db
  await pool.query(`
    CREATE FUNCTION break_for_a_test() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken'; END $$;
    CREATE TRIGGER broken BEFORE UPDATE ON keyed_request FOR EACH ROW EXECUTE FUNCTION break_for_a_test()`)
  const key = newId()
  expect((await ask('hana', submitTask, key, request)).status).toBe(500)
  expect(await submissions(task(15))).toBe(0)
  await pool.query('DROP FUNCTION break_for_a_test CASCADE')
  expect((await ask('hana', submitTask, key, request)).status).toBe(200)
  expect(await submissions(task(15))).toBe(1)
})

function invitation() {
  const email = `${newId()}@example.jp`
  return {
    email,
    displayName: '新しい人',
    language: 'ja',
    memberships: [{ role: 'worker', teamId: town.northTeamId }],
  }
}
