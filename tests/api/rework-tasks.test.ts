import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDelivery, requestChange } from '../../kit/contract/deliveries.ts'
import { getOrder } from '../../kit/contract/orders.ts'
import { claimNextTasks, getAssignment, listOffers, listTasks, reworkTasks } from '../../kit/contract/tasks.ts'
import type { ImageAnswer } from '../../kit/surfaces/image/answer.ts'
import { makeDeliveredOrder } from '../support/accepted-order.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { openPackage } from '../support/open-package.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { goodAnswer, submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let office: Ask
let client: Ask
let hana: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  office = await asPerson(house, town.people.office)
  client = await asPerson(house, town.people.client)
  hana = await asPerson(house, town.people.hana)
})
afterAll(() => house.close())

const ask = (orderId: string, tasks: number[], reason = 'WBCを1つ足してください') =>
  office(reworkTasks, { params: { orderId }, body: { tasks, reason } })

/** An order whose client asked for a change. */
async function changeAsked() {
  const order = await makeDeliveredOrder(house, town)
  await client(requestChange, { params: { deliveryId: order.deliveryId }, body: { reason: 'WBCを1つ足してください' } })
  return order
}

async function boxesIn(deliveryId: string): Promise<number> {
  const { files } = await openPackage(house, town.people.client, deliveryId)
  return JSON.parse(files.get('coco/annotations.json')?.toString() ?? '{}').annotations.length
}

test('what a client asks to change is done again, paid again, and is what the next delivery holds', async () => {
  const { orderId, deliveryId } = await changeAsked()
  const before = await boxesIn(deliveryId)
  const { rows } = (await office(listTasks, { params: { orderId } })).answer
  const first = rows[0]
  expect([first?.number, first?.state, first?.can.rework]).toEqual([1, 'accepted', true])

  expect((await ask(orderId, [1, 1])).answer).toEqual({ opened: 1 })
  expect(codeOf(await ask(orderId, [2, 1]))).toBe('task.not_accepted')
  expect(codeOf(await office(makeDelivery, { params: { orderId } }))).toBe('order.work_unfinished')
  const [again] = (await office(listTasks, { params: { orderId }, query: { state: 'open' } })).answer.rows
  expect(again).toMatchObject({ number: 1, round: 2, reworkReason: 'WBCを1つ足してください', can: { rework: false } })

  // Its author may take it up again, and starts from what was accepted, with every image still to be opened.
  expect((await hana(listOffers)).answer.offers.map(({ order, open }) => [order.id, open])).toContainEqual([orderId, 1])
  const claim = await hana(claimNextTasks, { params: { orderId }, body: { teamId: town.northTeamId, count: 1 } })
  expect(claim.answer.claimed).toEqual([{ assignmentId: again?.assignmentId, number: 1, feeYen: first?.feeYen }])
  const desk = (await hana(getAssignment, { params: { assignmentId: again?.assignmentId ?? '' } })).answer
  expect(desk.reworkReason).toBe('WBCを1つ足してください')
  const started = desk.draft?.answer as ImageAnswer
  expect(Object.values(started.images).map(({ seen }) => seen)).toEqual(desk.items.map(() => false))
  expect(desk.draft?.activeSeconds).toBe(0)

  const answer = await goodAnswer(house, desk.id)
  const marks = Object.values(answer.images)[0]
  marks?.shapes.push({ id: 'more', label: '白血球', kind: 'box', x: 2, y: 2, width: 9, height: 9 })
  const submissionId = await submitByRow(house, desk.id, town.people.hana, answer)
  const sato = await reviewer(house, town.people.sato)
  expect((await sato.accept(submissionId)).status).toBe(200)

  const { id } = (await office(makeDelivery, { params: { orderId } })).answer
  await house.settle()
  expect(await boxesIn(id)).toBe(before + 1)
  const pays = await house.world.db.rows.ledgerEntry.count({
    where: { cause: 'assignment_accepted', causeId: desk.id },
  })
  expect(pays).toBe(1)
  const { history } = (await office(getOrder, { params: { orderId } })).answer
  const asked = history.find(({ action }) => action === 'task.reworked')
  expect(asked).toMatchObject({ reason: 'WBCを1つ足してください', facts: { tasks: '1' } })
  await expectChecksHold(house)
})

test('only accepted tasks of a running order are done again, and only the office asks for it', async () => {
  const order = await makeRunningOrder(house, town)
  expect(codeOf(await ask(order.orderId, [1]))).toBe('task.not_accepted')
  expect(codeOf(await ask(order.orderId, [99]))).toBe('task.not_accepted')
  const delivered = await makeDeliveredOrder(house, town)
  expect(codeOf(await ask(delivered.orderId, [1]))).toBe('order.wrong_state')
  expect(codeOf(await ask(order.orderId, [1], '  '))).toBe('request.malformed')
  const body = { tasks: [1], reason: 'x' }
  expect((await client(reworkTasks, { params: { orderId: order.orderId }, body })).status).toBe(403)
})

test('tasks are found by the name of an image they hold, and by their number', async () => {
  const { orderId } = await makeRunningOrder(house, town)
  const items = await house.world.db.rows.orderItem.findMany({ where: { orderId }, orderBy: { position: 'asc' } })
  const found = async (search: string) =>
    (await office(listTasks, { params: { orderId }, query: { search } })).answer.rows.map(({ number }) => number)
  const last = items.at(-1)
  const { rows } = (await office(listTasks, { params: { orderId } })).answer
  expect(await found(last?.name ?? '')).toEqual([rows.at(-1)?.number])
  expect(await found('２')).toEqual([2])
  expect(await found('%')).toEqual([])
})
