import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { codeOf } from '../support/ask.ts'
import { expectChecksHold, reviewAndLedgerChecks } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let order: RunningOrder

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
})
// two tasks of 4 images at 30 yen: a fee of 120, and 24 for the review
beforeEach(async () => {
  order = await makeRunningOrder(house, town, { images: 8, unitsPerTask: 4 })
})
afterAll(async () => {
  await expectChecksHold(house, reviewAndLedgerChecks)
  await house.close()
})

const director = (name: TownPerson) => reviewer(house, town.people[name])
const unopened = (name: TownPerson) => reviewer(house, town.people[name], { open: false })
const submitted = (task: number, author: TownPerson = 'hana') =>
  submitByRow(house, order.assignmentIds[task - 1] ?? '', town.people[author])

async function payOf(orderId: string) {
  const postings = await house.world.db.rows.ledgerPosting.findMany({ where: { orderId }, orderBy: { id: 'asc' } })
  return postings.map(({ account, amountYen, personId }) => [account, Number(amountYen), personId])
}

test('pays the author the fee and the reviewer their share, and nothing moves but the assignment', async () => {
  const submissionId = await submitted(1)
  expect((await (await director('sato')).accept(submissionId, 'きれいです')).answer).toEqual({ done: true })
  const { hana, sato } = town.people
  expect(await payOf(order.orderId)).toEqual([
    ['worker_pay', 120, null],
    ['payable', -120, hana],
    ['review_pay', 24, null],
    ['payable', -24, sato],
  ])
  const { rows } = house.world.db
  const assignment = await rows.assignment.findUniqueOrThrow({ where: { id: order.assignmentIds[0] ?? '' } })
  expect(assignment).toMatchObject({ state: 'accepted', personId: hana, leaseUntil: null })
  expect(assignment.decidedAt).not.toBeNull()
  expect(await rows.order.findUniqueOrThrow({ where: { id: order.orderId } })).toMatchObject({ state: 'running' })
  expect(await rows.reviewLease.findUnique({ where: { submissionId } })).toBeNull()
  const events = await rows.event.findMany({
    where: { subjectId: submissionId, action: { not: 'task.submitted' } },
    orderBy: { id: 'asc' },
  })
  expect(
    events.map(({ action, actorId, personId, reason, facts }) => [action, actorId, personId, reason, facts]),
  ).toEqual([
    ['review.started', sato, hana, null, { task: 1 }],
    ['submission.accepted', sato, hana, 'きれいです', { task: 1 }],
  ])
})

test('says so when the last task of the order is accepted, once', async () => {
  const finished = () =>
    house.world.db.rows.event.count({ where: { orderId: order.orderId, action: 'order.work_finished' } })
  const sato = await director('sato')
  await sato.accept(await submitted(1))
  expect(await finished()).toBe(0)
  await sato.accept(await submitted(2))
  expect(await finished()).toBe(1)
})

test('refuses a second decision with the name of who decided', async () => {
  const submissionId = await submitted(1)
  await (await director('sato')).accept(submissionId)
  for (const name of ['mori', 'sato'] as const) {
    const again = await (await director(name)).accept(submissionId)
    expect(again.refusal).toMatchObject({ code: 'review.already_decided', facts: { name: 'sato' } })
  }
  expect(await payOf(order.orderId)).toHaveLength(4)
})

test('needs the reviewer’s own lease; one that ran out counts while nobody else came', async () => {
  const submissionId = await submitted(1)
  expect(codeOf(await (await unopened('sato')).accept(submissionId))).toBe('review.not_started')
  await (await director('sato')).start(submissionId)
  const taken = await (await unopened('mori')).accept(submissionId)
  expect(taken.refusal).toMatchObject({ code: 'review.taken', facts: { name: 'sato' } })
  house.clock.advance(house.world.settings.reviewLeaseSeconds + 1)
  expect(codeOf(await (await unopened('mori')).accept(submissionId))).toBe('review.not_started')
  expect(codeOf(await (await unopened('sato')).accept(submissionId))).toBe('answered 200')
})

test('refuses one’s own work', async () => {
  const submissionId = await submitted(1, 'mori')
  expect(codeOf(await (await director('mori')).accept(submissionId))).toBe('review.own_work')
  expect(codeOf(await (await director('sato')).accept(submissionId))).toBe('answered 200')
})

test('is not there for others', async () => {
  const submissionId = await submitted(1)
  expect(codeOf(await (await director('ueda')).accept(submissionId))).toBe('thing.not_found')
  expect(codeOf(await (await director('hana')).accept(submissionId))).toBe('permission.denied')
})

test('has nothing to decide once the order was cancelled', async () => {
  const submissionId = await submitted(1)
  const id = order.assignmentIds[0] ?? ''
  await house.world.db.rows.assignment.update({ where: { id }, data: { state: 'cancelled' } })
  expect(codeOf(await (await director('sato')).accept(submissionId))).toBe('thing.changed_meanwhile')
})

test('posts no review pay where the quote gives none', async () => {
  order = await makeRunningOrder(house, town, { images: 4, unitsPerTask: 4, reviewShareBp: 0 })
  await (await director('sato')).accept(await submitted(1))
  expect((await payOf(order.orderId)).map(([account]) => account)).toEqual(['worker_pay', 'payable'])
})
