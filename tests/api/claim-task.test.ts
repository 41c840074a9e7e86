import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { claimNextTasks, claimTask } from '../../kit/contract/tasks.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'
import { claimByRow, confirmTermsByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let hana: Ask
let ken: Ask
let yui: Ask
let order: RunningOrder
let assignmentId: string

beforeAll(async () => {
  house = await openHouse({ claimedMax: 3 })
  town = await makeTown(house)
  hana = await asPerson(house, town.people.hana)
  ken = await asPerson(house, town.people.ken)
  yui = await asPerson(house, town.people.yui)
})
afterAll(() => house.close())

beforeEach(async () => {
  await house.world.db.rows.assignment.updateMany({
    where: { state: 'claimed' },
    data: { state: 'cancelled', leaseUntil: null },
  })
  order = await makeRunningOrder(house, town, { images: 20, unitsPerTask: 4 })
  assignmentId = order.assignmentIds[0] ?? ''
  await confirmTermsByRow(house, order.orderId, town.people.hana)
  await confirmTermsByRow(house, order.orderId, town.people.ken)
})

const claim = (ask: Ask, id = assignmentId) => ask(claimTask, { params: { assignmentId: id } })
const claimNext = (ask: Ask, count: number, teamId = town.northTeamId) =>
  ask(claimNextTasks, { params: { orderId: order.orderId }, body: { teamId, count } })
const rowOf = (id: string) => house.world.db.rows.assignment.findUniqueOrThrow({ where: { id } })

test('a claim takes the assignment for two hours and leaves one event', async () => {
  const { answer } = await claim(hana)
  const row = await rowOf(assignmentId)
  expect(row).toMatchObject({ state: 'claimed', personId: town.people.hana })
  expect(row.leaseUntil?.toISOString()).toBe(answer.leaseUntil)
  expect((row.leaseUntil?.getTime() ?? 0) - (row.claimedAt?.getTime() ?? 0)).toBe(7_200_000)
  const events = await house.world.db.rows.event.findMany({ where: { assignmentId } })
  expect(events).toHaveLength(1)
  expect(events[0]).toMatchObject({ action: 'task.claimed', actorId: town.people.hana, facts: { task: 1 } })
})

test('refuses with task.already_claimed when a colleague was faster', async () => {
  await claim(ken)
  expect(codeOf(await claim(hana))).toBe('task.already_claimed')
  expect((await rowOf(assignmentId)).personId).toBe(town.people.ken)
})

test('refuses with notice.required before the terms are confirmed, and with notice.superseded after a newer manual', async () => {
  const fresh = await makeRunningOrder(house, town)
  const id = fresh.assignmentIds[0] ?? ''
  expect(codeOf(await claim(hana, id))).toBe('notice.required')
  await house.world.db.rows.manual.create({
    data: {
      id: crypto.randomUUID(),
      orderId: order.orderId,
      version: 2,
      publishedById: town.people.sato,
      publishedAt: house.clock.now(),
      clauseCount: 1,
      clauses: { create: { id: crypto.randomUUID(), number: '1', title: '新', body: '', position: 0 } },
    },
  })
  expect(codeOf(await claim(hana))).toBe('notice.superseded')
  expect((await rowOf(assignmentId)).state).toBe('open')
})

test('refuses with task.order_paused while the order is not running', async () => {
  await house.world.db.rows.order.update({ where: { id: order.orderId }, data: { state: 'delivered' } })
  expect(codeOf(await claim(hana))).toBe('task.order_paused')
  expect(codeOf(await claimNext(hana, 1))).toBe('task.order_paused')
})

test('another team’s assignment is not there', async () => {
  await confirmTermsByRow(house, order.orderId, town.people.yui)
  expect((await claim(yui)).status).toBe(404)
  expect((await claimNext(yui, 1)).status).toBe(404)
  expect((await claimNext(yui, 1, town.southTeamId)).status).toBe(404)
  expect((await rowOf(assignmentId)).state).toBe('open')
})

test('the next tasks come by number, as many as asked, and never more than hands can hold', async () => {
  const two = await claimNext(hana, 2)
  expect(two.answer.claimed.map((each) => each.number)).toEqual([1, 2])
  const third = await claimNext(hana, 10)
  expect(third.answer.claimed.map((each) => each.number)).toEqual([3])
  const refused = await claimNext(hana, 1)
  expect(refused.refusal).toMatchObject({ code: 'task.too_many_claimed', facts: { limit: 3 } })
  expect(codeOf(await claim(hana, order.assignmentIds[4] ?? ''))).toBe('task.too_many_claimed')
})

test('refuses with task.none_open when everything is taken', async () => {
  for (const id of order.assignmentIds) await claimByRow(house, id, town.people.ken)
  expect(codeOf(await claimNext(hana, 1))).toBe('task.none_open')
})

test('nobody gets two slots of one task, neither one by one nor at once', async () => {
  order = await makeRunningOrder(house, town, { images: 8, unitsPerTask: 4, overlap: 2 })
  await confirmTermsByRow(house, order.orderId, town.people.hana)
  const [first, second] = order.assignmentIds
  await claim(hana, first)
  expect(codeOf(await claim(hana, second))).toBe('task.already_claimed')
  const rest = await claimNext(hana, 5)
  expect(rest.answer.claimed.map((each) => each.number)).toEqual([2])
  expect(codeOf(await claimNext(hana, 1))).toBe('task.none_open')
})
