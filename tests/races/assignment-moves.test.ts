import { afterAll, beforeAll, expect, test } from 'vitest'
import { expireClaims } from '../../api/src/tasks/expire-claims.ts'
import { saveDraft, submitTask } from '../../kit/contract/answers.ts'
import type { Endpoint } from '../../kit/contract/endpoint.ts'
import { cancelOrder } from '../../kit/contract/orders.ts'
import { claimNextTasks, claimTask, releaseTask, resumeTask } from '../../kit/contract/tasks.ts'
import { type Ask, type Asked, asPerson, codeOf } from '../support/ask.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'
import { claimByRow, confirmTermsByRow, goodAnswer } from '../support/work-rows.ts'

let house: House
let town: Town
let hana: Ask
let ken: Ask
let phone: Ask
let office: Ask

beforeAll(async () => {
  house = await openHouse({ claimedMax: 1000 })
  town = await makeTown(house)
  hana = await asPerson(house, town.people.hana)
  phone = await asPerson(house, town.people.hana)
  ken = await asPerson(house, town.people.ken)
  office = await asPerson(house, town.people.office)
})
afterAll(() => house.close())

const outcome = (asked: Asked<Endpoint>): string => (asked.status === 200 ? 'done' : codeOf(asked))
const rowOf = (id: string) => house.world.db.rows.assignment.findUniqueOrThrow({ where: { id } })

async function heldByHana(images: number): Promise<RunningOrder> {
  const order = await makeRunningOrder(house, town, { images, unitsPerTask: 1 })
  await confirmTermsByRow(house, order.orderId, town.people.ken)
  for (const id of order.assignmentIds) await claimByRow(house, id, town.people.hana)
  return order
}

test('submit, release, expire and a colleague’s claim at once: one of them wins, and the rest are told why', async () => {
  const order = await heldByHana(40)
  const endings: string[] = []
  for (const id of order.assignmentIds) {
    const answer = await goodAnswer(house, id)
    await house.world.db.rows.assignment.update({ where: { id }, data: { leaseUntil: new Date(0) } })
    const params = { assignmentId: id }
    const [submitted, released, claimed] = await Promise.all([
      hana(submitTask, { params, body: { answer, note: '', activeSeconds: 10 } }),
      hana(releaseTask, { params }),
      ken(claimTask, { params }),
      hana(saveDraft, { params, body: { answer, version: 0, activeSeconds: 5 } }),
      expireClaims(house.world),
    ])
    const row = await rowOf(id)
    const outcomes = [submitted, released, claimed].map((asked) => outcome(asked))
    for (const code of outcomes) {
      expect(['done', 'task.not_yours', 'task.not_in_work', 'task.already_claimed']).toContain(code)
    }
    // Whoever handed in keeps it; whoever claimed after the task was open has it; else it lies open.
    if (outcomes[0] === 'done') expect(row).toMatchObject({ state: 'submitted', personId: town.people.hana })
    else if (outcomes[2] === 'done') expect(row).toMatchObject({ state: 'claimed', personId: town.people.ken })
    else expect(row).toMatchObject({ state: 'open', personId: null })
    endings.push(row.state)
  }
  expect(new Set(endings).size).toBeGreaterThan(1)
  await expectChecksHold(house)
})

test('a save from two devices at one version: one is kept, the other is told, and the version counts one up', async () => {
  const order = await heldByHana(1)
  const [id] = order.assignmentIds as [string]
  const answer = await goodAnswer(house, id)
  const params = { assignmentId: id }
  for (let version = 0; version < 25; version++) {
    const ours = structuredClone(answer)
    for (const marks of Object.values(ours.images)) marks.shapes = []
    const both = await Promise.all([
      hana(saveDraft, { params, body: { answer, version, activeSeconds: 2 * version } }),
      phone(saveDraft, { params, body: { answer: ours, version, activeSeconds: version } }),
    ])
    expect(both.map((asked) => outcome(asked)).sort()).toEqual(['done', 'draft.conflict'])
    const draft = await house.world.db.rows.draft.findUniqueOrThrow({ where: { assignmentId: id } })
    expect(draft.version).toBe(version + 1)
    expect(draft.answer).toEqual(both[0].status === 200 ? answer : ours)
  }
})

test('the same answer handed in ten times at once is one submission', async () => {
  const order = await heldByHana(10)
  for (const id of order.assignmentIds) {
    const answer = await goodAnswer(house, id)
    const ask = { params: { assignmentId: id }, body: { answer, note: 'できました', activeSeconds: 10 } }
    const sent = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? hana : phone)(submitTask, ask)),
    )
    expect(new Set(sent.map((asked) => asked.answer.submissionId)).size).toBe(1)
    expect(await house.world.db.rows.submission.count({ where: { assignmentId: id } })).toBe(1)
  }
  await expectChecksHold(house)
})

test('two people resume and claim what ran out: one holds it', async () => {
  const order = await heldByHana(20)
  for (const id of order.assignmentIds) {
    const params = { assignmentId: id }
    const answer = await goodAnswer(house, id)
    await hana(saveDraft, { params, body: { answer, version: 0, activeSeconds: 1 } })
    await house.world.db.rows.assignment.update({ where: { id }, data: { leaseUntil: new Date(0) } })
    await expireClaims(house.world)
    const both = await Promise.all([hana(resumeTask, { params }), ken(claimTask, { params })])
    const done = both.map((asked) => asked.status === 200)
    expect(done.filter(Boolean)).toHaveLength(1)
    expect((await rowOf(id)).personId).toBe(done[0] ? town.people.hana : town.people.ken)
  }
  await expectChecksHold(house)
})

test('one person claiming both slots of every task at once gets one of each, and nobody waits in a circle', async () => {
  const order = await makeRunningOrder(house, town, { images: 30, unitsPerTask: 1, overlap: 2 })
  await confirmTermsByRow(house, order.orderId, town.people.hana)
  const claims = [...order.assignmentIds, ...[...order.assignmentIds].reverse()].map((assignmentId) =>
    hana(claimTask, { params: { assignmentId } }),
  )
  const next = Array.from({ length: 6 }, (_, index) =>
    (index % 2 ? phone : hana)(claimNextTasks, {
      params: { orderId: order.orderId },
      body: { teamId: town.northTeamId, count: 10 },
    }),
  )
  const outcomes = (await Promise.all([...claims, ...next])).map((asked) => outcome(asked))
  for (const code of outcomes) expect(['done', 'task.already_claimed', 'task.none_open']).toContain(code)
  const held = await house.world.db.rows.assignment.findMany({
    where: { orderId: order.orderId, personId: town.people.hana },
  })
  expect(new Set(held.map((row) => row.taskId)).size).toBe(held.length)
  expect(held).toHaveLength(30)
})

test('what is given back or runs out while its order is being cancelled ends with it, and never lies open', async () => {
  const order = await makeRunningOrder(house, town, { images: 3, unitsPerTask: 1 })
  const { orderId } = order
  const [released, expired] = order.assignmentIds as [string, string, string]
  for (const id of [released, expired]) await claimByRow(house, id, town.people.hana)
  await house.world.db.rows.assignment.update({ where: { id: expired }, data: { leaseUntil: new Date(0) } })
  const cancelling = await house.world.db.pool.connect()
  // A cancellation that has swept what nobody had begun, and is about to commit.
  await cancelling.query('BEGIN')
  await cancelling.query(`UPDATE "order" SET state = 'cancelled', cancelled_reason = '試し' WHERE id = $1`, [orderId])
  await cancelling.query(
    `UPDATE assignment SET state = 'cancelled' WHERE order_id = $1 AND state IN ('held', 'open')`,
    [orderId],
  )
  const releasing = hana(releaseTask, { params: { assignmentId: released } })
  await expireClaims(house.world)
  await untilOneWaits()
  await cancelling.query('COMMIT')
  cancelling.release()
  expect((await releasing).status).toBe(200)
  await expireClaims(house.world)
  const states = await Promise.all(order.assignmentIds.map(rowOf))
  expect(states.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
})

/** Returns once somebody waits for another's lock, or after a second in which nobody did. */
async function untilOneWaits(): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const waiting = await house.world.db.pool.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    if (waiting.rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('cancelling an order while people claim, save, submit and release: no deadlock, nothing open is left', async () => {
  for (let round = 0; round < 4; round++) {
    const order = await makeRunningOrder(house, town, { images: 40, unitsPerTask: 1 })
    const { orderId } = order
    await confirmTermsByRow(house, orderId, town.people.hana)
    await confirmTermsByRow(house, orderId, town.people.ken)
    const work = order.assignmentIds.map(async (assignmentId, index) => {
      const ask = index % 2 ? hana : ken
      const params = { assignmentId }
      const steps: Asked<Endpoint>[] = [await ask(claimTask, { params })]
      const answer = await goodAnswer(house, assignmentId)
      steps.push(await ask(saveDraft, { params, body: { answer, version: 0, activeSeconds: 1 } }))
      if (index % 3) steps.push(await ask(submitTask, { params, body: { answer, note: '', activeSeconds: 1 } }))
      else steps.push(await ask(releaseTask, { params }))
      return steps.map((asked) => asked.status)
    })
    const cancelling = office(cancelOrder, { params: { orderId }, body: { reason: '試し', owedYen: 0 } })
    const statuses = (await Promise.all(work)).flat()
    expect((await cancelling).status).toBe(200)
    for (const status of statuses) expect([200, 404, 409]).toContain(status)
    const left = await house.world.db.rows.assignment.findMany({ where: { orderId } })
    for (const row of left) expect(['cancelled', 'claimed', 'submitted']).toContain(row.state)
  }
  await expectChecksHold(house)
})
