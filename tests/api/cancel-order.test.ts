import { afterAll, beforeAll, expect, test } from 'vitest'
import { checks } from '../../api/src/orders/orders-checks.ts'
import { cancelOrder, getOrder } from '../../kit/contract/orders.ts'
import { startSplit } from '../../kit/contract/splitting.ts'
import { claimNextTasks } from '../../kit/contract/tasks.ts'
import { makeAcceptedOrder } from '../support/accepted-order.ts'
import { makeAgreedOrder, tasksOf } from '../support/agreed-order.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { makeDraft, makeQuotedOrder, orderRows } from '../support/draft-order.ts'
import { brokenSentences } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { claimByRow, confirmTermsByRow, submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let client: Ask
let office: Ask
let hana: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  client = await asPerson(house, town.people.client)
  office = await asPerson(house, town.people.office)
  hana = await asPerson(house, town.people.hana)
})
afterAll(() => house.close())

const reason = '発注者の都合により'

async function statesOf(orderId: string): Promise<string[]> {
  const rows = await house.world.db.rows.assignment.findMany({ where: { orderId }, orderBy: { number: 'asc' } })
  return rows.map(({ state }) => state)
}

test('ends an order with its reason; the client reads it', async () => {
  const { orderId } = await makeQuotedOrder(house, town)
  const params = { orderId }
  expect((await office(cancelOrder, { params, body: { reason, owedYen: 0 } })).answer).toEqual({ done: true })
  const order = (await client(getOrder, { params })).answer
  expect(order).toMatchObject({ state: 'cancelled', cancelledReason: reason, cancelledOwedYen: 0 })
  expect(order.history[0]).toMatchObject({ action: 'order.cancelled', reason, actor: null, actorRole: 'office' })
  expect(Object.entries(order.can).filter(([, may]) => may)).toEqual([['readItems', true]])
  expect(await house.world.db.rows.ledgerEntry.count({ where: { orderId } })).toBe(0)
})

test('what nobody has begun ends; what people hold or handed in may be finished and is paid', async () => {
  const { orderId, assignmentIds } = await makeRunningOrder(house, town, { images: 16, unitsPerTask: 4 })
  const [first = '', second = ''] = assignmentIds
  await claimByRow(house, first, town.people.hana)
  const submissionId = await submitByRow(house, second, town.people.ken)
  await confirmTermsByRow(house, orderId, town.people.hana)
  expect((await office(cancelOrder, { params: { orderId }, body: { reason, owedYen: 1_234 } })).status).toBe(200)
  expect(await statesOf(orderId)).toEqual(['claimed', 'submitted', 'cancelled', 'cancelled'])

  const sato = await reviewer(house, town.people.sato)
  expect(codeOf(await sato.accept(submissionId))).toBe('answered 200')
  const own = await submitByRow(house, first, town.people.hana)
  expect(codeOf(await sato.accept(own))).toBe('answered 200')
  expect(await statesOf(orderId)).toEqual(['accepted', 'accepted', 'cancelled', 'cancelled'])
  const paid = await house.world.db.rows.ledgerPosting.aggregate({
    where: { orderId, account: 'worker_pay' },
    _sum: { amountYen: true },
  })
  expect(paid._sum.amountYen).toBe(240n)
  const more = { params: { orderId }, body: { teamId: town.northTeamId, count: 1 } }
  expect(codeOf(await hana(claimNextTasks, more))).toBe('task.order_paused')
})

test('what is owed is posted once, with the day’s tax rounded down', async () => {
  const { orderId } = await makeRunningOrder(house, town)
  const asked = await Promise.all(
    Array.from({ length: 4 }, () => office(cancelOrder, { params: { orderId }, body: { reason, owedYen: 12_345 } })),
  )
  expect(asked.map(codeOf).sort()).toEqual(['answered 200', ...Array(3).fill('order.wrong_state')])
  const entries = await house.world.db.rows.ledgerEntry.findMany({ where: { orderId }, include: { postings: true } })
  expect(entries).toHaveLength(1)
  const postings = entries[0]?.postings.map(({ account, amountYen, clientId }) => [account, amountYen, clientId])
  expect(postings?.sort()).toEqual([
    ['receivable', 13_579n, town.clientId],
    ['revenue', -12_345n, null],
    ['tax_received', -1_234n, null],
  ])
  expect(await brokenSentences(house, checks)).toEqual({})
})

test('a split under way stops and leaves no task; one that is done leaves none open', async () => {
  const body = { reason, owedYen: 0 }
  const underWay = await makeAgreedOrder(house, town)
  await office(startSplit, { params: { orderId: underWay }, body: { unitsPerTask: 3, overlap: 1 } })
  expect((await office(cancelOrder, { params: { orderId: underWay }, body })).status).toBe(200)
  await house.settle()
  expect(await tasksOf(house, underWay)).toEqual([])
  expect((await office(getOrder, { params: { orderId: underWay } })).answer.split?.state).toBe('cancelled')

  const { orderId: done } = await makeRunningOrder(house, town, { teamIds: [] })
  expect((await office(cancelOrder, { params: { orderId: done }, body })).status).toBe(200)
  expect(await statesOf(done)).toEqual(['cancelled', 'cancelled', 'cancelled'])
})

test('a draft can be cancelled; an accepted, closed or cancelled order cannot', async () => {
  const body = { reason, owedYen: 0 }
  expect(codeOf(await office(cancelOrder, { params: { orderId: await makeDraft(house, town) }, body }))).toBe(
    'answered 200',
  )
  const { orderId } = await makeAcceptedOrder(house, town, { images: 2, unitsPerTask: 2 })
  for (const state of ['accepted', 'closed'] as const) {
    await house.world.db.rows.order.update({ where: { id: orderId }, data: { state } })
    const before = await orderRows(house, orderId)
    const refused = await office(cancelOrder, { params: { orderId }, body })
    expect(refused.refusal).toMatchObject({ code: 'order.wrong_state', facts: { state } })
    expect(await orderRows(house, orderId)).toEqual(before)
  }
})

test('refuses without a reason, with less than nothing owed, and the client itself', async () => {
  const params = { orderId: await makeDraft(house, town) }
  const without = await office(cancelOrder, { params, body: { reason: ' ', owedYen: 0 } })
  expect(without.refusal?.fields).toEqual([{ path: 'reason', problem: 'required' }])
  const less = await office(cancelOrder, { params, body: { reason, owedYen: -1 } })
  expect(less.refusal?.fields).toEqual([{ path: 'owedYen', problem: 'too_small', facts: { minimum: 0 } }])
  expect(codeOf(await client(cancelOrder, { params, body: { reason, owedYen: 0 } }))).toBe('permission.denied')
})
