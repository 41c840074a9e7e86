import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { publishManual } from '../../kit/contract/manuals.ts'
import { codeOf } from '../support/ask.ts'
import { expectChecksHold, reviewAndLedgerChecks } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { pinOn, reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let order: RunningOrder
let submissionId: string
let sato: Awaited<ReturnType<typeof reviewer>>

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  sato = await reviewer(house, town.people.sato)
})
beforeEach(async () => {
  order = await makeRunningOrder(house, town, { images: 8, unitsPerTask: 4 })
  submissionId = await submitByRow(house, order.assignmentIds[0] ?? '', town.people.hana)
})
afterAll(async () => {
  await expectChecksHold(house, reviewAndLedgerChecks)
  await house.close()
})

const assignmentId = () => order.assignmentIds[0] ?? ''

test('goes back to its author with pins that cite clauses, and nothing is paid', async () => {
  const pins = [pinOn(order), pinOn(order, { itemId: order.itemIds[3] ?? '', clauseId: order.clauseIds[2] ?? '' })]
  expect((await sato.sendBack(submissionId, pins, '二か所だけ直してください')).answer).toEqual({ done: true })
  const { rows } = house.world.db
  expect(await rows.assignment.findUniqueOrThrow({ where: { id: assignmentId() } })).toMatchObject({
    state: 'returned',
    personId: town.people.hana,
  })
  const kept = await rows.pin.findMany({
    where: { submissionId },
    orderBy: { number: 'asc' },
    include: { messages: true },
  })
  expect(kept.map(({ number, state, clauseId, messages }) => [number, state, clauseId, messages[0]?.body])).toEqual([
    [1, 'open', order.clauseIds[0], '枠を縁に合わせてください'],
    [2, 'open', order.clauseIds[2], '枠を縁に合わせてください'],
  ])
  expect(await rows.ledgerEntry.count({ where: { orderId: order.orderId } })).toBe(0)
  const event = await rows.event.findFirstOrThrow({ where: { subjectId: submissionId, action: 'submission.returned' } })
  expect(event).toMatchObject({
    personId: town.people.hana,
    reason: '二か所だけ直してください',
    facts: { task: 1, pins: 2 },
  })
})

test('numbers pins on through the rounds of one assignment', async () => {
  await sato.sendBack(submissionId, [pinOn(order), pinOn(order)])
  const second = await submitByRow(house, assignmentId(), town.people.hana)
  await sato.sendBack(second, [pinOn(order)])
  const pins = await house.world.db.rows.pin.findMany({
    where: { assignmentId: assignmentId() },
    orderBy: { number: 'asc' },
  })
  expect(pins.map((pin) => [pin.number, pin.submissionId])).toEqual([
    [1, submissionId],
    [2, submissionId],
    [3, second],
  ])
})

test('needs a pin, and every pin a clause of the order’s newest manual', async () => {
  const other = await makeRunningOrder(house, town, { images: 4 })
  expect(codeOf(await sato.sendBack(submissionId, []))).toBe('review.return_needs_pin')
  const foreign = pinOn(order, { clauseId: other.clauseIds[0] ?? '' })
  expect(codeOf(await sato.sendBack(submissionId, [pinOn(order), foreign]))).toBe('review.unknown_clause')
  const clauses = [{ number: '1', title: '新しい版', body: '' }]
  await sato.ask(publishManual, { params: { orderId: order.orderId }, body: { version: 1, clauses } })
  expect(codeOf(await sato.sendBack(submissionId, [pinOn(order)]))).toBe('review.unknown_clause')
  const { id } = await house.world.db.rows.clause.findFirstOrThrow({
    where: { manual: { orderId: order.orderId, version: 2 } },
  })
  expect(codeOf(await sato.sendBack(submissionId, [pinOn(order, { clauseId: id })]))).toBe('answered 200')
})

test('names the field of a pin that stands on no image of the task, or outside of it', async () => {
  const elsewhere = pinOn(order, { itemId: order.itemIds[4] ?? '' })
  const outside = pinOn(order, { x: 641, y: -1 })
  const refused = await sato.sendBack(submissionId, [elsewhere, outside])
  expect(refused.refusal?.code).toBe('request.malformed')
  expect(refused.refusal?.fields).toEqual([
    { path: 'pins.0.itemId', problem: 'not_a_choice' },
    { path: 'pins.1.x', problem: 'too_big', facts: { maximum: 640 } },
    { path: 'pins.1.y', problem: 'too_small', facts: { minimum: 0 } },
  ])
  expect(await house.world.db.rows.pin.count({ where: { submissionId } })).toBe(0)
})

test('is decided once: not again by a colleague, and not by its author', async () => {
  const own = await submitByRow(house, order.assignmentIds[1] ?? '', town.people.mori)
  const mori = await reviewer(house, town.people.mori)
  expect(codeOf(await mori.sendBack(own, [pinOn(order)]))).toBe('review.own_work')
  await sato.sendBack(submissionId, [pinOn(order)])
  const late = await mori.accept(submissionId)
  expect(late.refusal).toMatchObject({ code: 'review.already_decided', facts: { name: 'sato' } })
})
