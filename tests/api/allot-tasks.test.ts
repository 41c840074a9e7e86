import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checks } from '../../api/src/tasks/tasks-checks.ts'
import { allotTasks, listTasks, moveTasks } from '../../kit/contract/tasks.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'
import { claimByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let office: Ask
let order: RunningOrder

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  office = await asPerson(house, town.people.office)
})
afterAll(() => house.close())
beforeEach(async () => {
  order = await makeRunningOrder(house, town, { images: 14, unitsPerTask: 2, overlap: 2, teamIds: [] })
})

const allot = (ask: Ask, ...shares: [string, number][]) =>
  ask(allotTasks, {
    params: { orderId: order.orderId },
    body: { shares: shares.map(([teamId, shareBp]) => ({ teamId, shareBp })) },
  })
const orderRow = () => house.world.db.rows.order.findUniqueOrThrow({ where: { id: order.orderId } })

test('tasks go to teams in runs by share, both slots together, and the order runs', async () => {
  const { answer } = await allot(office, [town.northTeamId, 7000], [town.southTeamId, 3000])
  expect(answer.opened).toBe(14)
  expect((await orderRow()).state).toBe('running')
  const assignments = await house.world.db.rows.assignment.findMany({
    where: { orderId: order.orderId },
    orderBy: [{ number: 'asc' }, { slot: 'asc' }],
  })
  expect(new Set(assignments.map(({ state }) => state))).toEqual(new Set(['open']))
  const north = assignments.filter(({ teamId }) => teamId === town.northTeamId)
  expect(north.map(({ number }) => number)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
  const allotments = await house.world.db.rows.allotment.findMany({
    where: { orderId: order.orderId },
    orderBy: { tasks: 'desc' },
  })
  expect(allotments.map(({ tasks, shareBp }) => [tasks, shareBp])).toEqual([
    [5, 7000],
    [2, 3000],
  ])
  const events = await house.world.db.rows.event.findMany({
    where: { orderId: order.orderId, action: 'task.allotted' },
    orderBy: { id: 'asc' },
  })
  expect(events.map(({ teamId, facts }) => [teamId, facts])).toEqual([
    [town.northTeamId, { count: 5 }],
    [town.southTeamId, { count: 2 }],
  ])
})

test('refuses with allotment.nothing_held when everything was handed out before', async () => {
  await allot(office, [town.northTeamId, 10_000])
  expect(codeOf(await allot(office, [town.southTeamId, 10_000]))).toBe('allotment.nothing_held')
})

test('what is held later is allotted by itself, and counts on', async () => {
  await allot(office, [town.northTeamId, 10_000])
  await house.world.db.rows.assignment.updateMany({
    where: { orderId: order.orderId, number: { gt: 5 } },
    data: { state: 'held', teamId: null },
  })
  const { answer } = await allot(office, [town.northTeamId, 5000], [town.southTeamId, 5000])
  expect(answer.opened).toBe(4)
  const allotment = await house.world.db.rows.allotment.findUniqueOrThrow({
    where: { orderId_teamId: { orderId: order.orderId, teamId: town.northTeamId } },
  })
  expect(allotment).toMatchObject({ tasks: 8, shareBp: 5000 })
})

test('shares that are not 100 %, a team named twice and a team that is not there change nothing', async () => {
  const wrong = await allot(office, [town.northTeamId, 6000], [town.southTeamId, 3950])
  expect(wrong.refusal).toMatchObject({ code: 'allotment.bad_shares', facts: { sumPercent: 99.5 } })
  expect(codeOf(await allot(office, [town.northTeamId, 5000], [town.northTeamId, 5000]))).toBe('request.malformed')
  expect((await allot(office, [town.clientId, 10_000])).status).toBe(404)
  expect((await orderRow()).state).toBe('agreed')
})

test('an order that is not agreed yet cannot be allotted, and a director may not allot', async () => {
  const sato = await asPerson(house, town.people.sato)
  expect(codeOf(await allot(sato, [town.northTeamId, 10_000]))).toBe('permission.denied')
  await house.world.db.rows.order.update({ where: { id: order.orderId }, data: { state: 'quoted' } })
  const refused = await allot(office, [town.northTeamId, 10_000])
  expect(refused.refusal).toMatchObject({ code: 'order.wrong_state', facts: { state: 'quoted' } })
})

test('the list of tasks pages without gaps; a director sees only the own team’s', async () => {
  await allot(office, [town.northTeamId, 5000], [town.southTeamId, 5000])
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: { answer: { rows: { number: number; slot: number }[]; next: string | null } } = await office(
      listTasks,
      {
        params: { orderId: order.orderId },
        query: { limit: 3, ...(cursor && { cursor }) },
      },
    )
    seen.push(...page.answer.rows.map((row) => `${row.number}.${row.slot}`))
    cursor = page.answer.next
  } while (cursor)
  expect(seen).toHaveLength(14)
  expect(new Set(seen).size).toBe(14)
  const ueda = await asPerson(house, town.people.ueda)
  const { answer } = await ueda(listTasks, { params: { orderId: order.orderId } })
  expect(new Set(answer.rows.map((row) => row.team?.id))).toEqual(new Set([town.southTeamId]))
  const rival = await asPerson(house, town.people.rival)
  expect(codeOf(await rival(listTasks, { params: { orderId: order.orderId } }))).toBe('permission.denied')
})

const move = (count: number, [from, to] = [town.northTeamId, town.southTeamId]) =>
  office(moveTasks, { params: { orderId: order.orderId }, body: { fromTeamId: from, toTeamId: to, count } })

test('what nobody has begun moves to another team, the last tasks first, and the shares follow', async () => {
  await allot(office, [town.northTeamId, 10_000])
  const rows = house.world.db.rows.assignment
  const where = { orderId: order.orderId, slot: 1 }
  const seventh = await rows.findFirstOrThrow({ where: { ...where, number: 7 } })
  await claimByRow(house, seventh.id, town.people.hana)
  expect((await move(2)).answer).toEqual({ moved: 2 })
  const south = await rows.findMany({ where: { orderId: order.orderId, teamId: town.southTeamId } })
  // Both places of a task go together; the seventh is begun.
  expect(south.map(({ number }) => number).sort()).toEqual([5, 5, 6, 6])
  expect((await move(99)).answer).toEqual({ moved: 4 })
  expect(codeOf(await move(1))).toBe('allotment.nothing_open')
  const shares = await house.world.db.rows.allotment.findMany({ where: { orderId: order.orderId } })
  expect(shares.map(({ tasks, shareBp }) => [tasks, shareBp]).sort()).toEqual([
    [1, 1429],
    [6, 8571],
  ])
  await expectChecksHold(house, checks)
})

test('tasks move only between teams there are, of an order that runs', async () => {
  expect(codeOf(await move(1))).toBe('order.wrong_state')
  await allot(office, [town.northTeamId, 10_000])
  expect(codeOf(await move(1, [town.northTeamId, town.northTeamId]))).toBe('request.malformed')
  expect((await move(1, [town.northTeamId, order.orderId])).status).toBe(404)
})
