import { afterAll, beforeAll, expect, test } from 'vitest'
import { listReviewQueue, releaseReview, startReview } from '../../kit/contract/reviews.ts'
import { asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let order: RunningOrder
let next = 0

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  order = await makeRunningOrder(house, town, { images: 40, unitsPerTask: 2 })
})
afterAll(() => house.close())

/** A fresh submission by this person. */
const submitted = (author: TownPerson) => submitByRow(house, order.assignmentIds[next++] ?? '', town.people[author])

async function start(person: TownPerson, submissionId: string) {
  return (await asPerson(house, town.people[person]))(startReview, { params: { submissionId } })
}

test('keeps colleagues off for a time, and says who is there', async () => {
  const submissionId = await submitted('hana')
  const begun = await start('sato', submissionId)
  const expected = house.clock.now().getTime() + house.world.settings.reviewLeaseSeconds * 1000
  expect(Math.abs(new Date(begun.answer.leaseUntil).getTime() - expected)).toBeLessThan(30_000)
  const late = await start('mori', submissionId)
  expect(late.refusal).toMatchObject({ code: 'review.taken', facts: { name: 'sato' } })
})

test('renews for the one who holds it and tells the trail once only', async () => {
  const submissionId = await submitted('hana')
  const first = await start('sato', submissionId)
  house.clock.advance(600)
  const second = await start('sato', submissionId)
  expect(Date.parse(second.answer.leaseUntil) - Date.parse(first.answer.leaseUntil)).toBeGreaterThanOrEqual(600_000)
  const events = await house.world.db.rows.event.findMany({
    where: { subjectId: submissionId, action: { not: 'task.submitted' } },
  })
  expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([['review.started', town.people.sato]])
})

test('is left to colleagues at once by the one who holds it, and by nobody else', async () => {
  const submissionId = await submitted('hana')
  const release = async (person: TownPerson, leaseUntil: string) =>
    (await asPerson(house, town.people[person]))(releaseReview, { params: { submissionId }, body: { leaseUntil } })
  const first = (await start('sato', submissionId)).answer.leaseUntil
  expect((await release('mori', first)).answer).toEqual({ done: true })
  house.clock.advance(60)
  const renewed = (await start('sato', submissionId)).answer.leaseUntil
  // An old page that closes late takes nothing from the one opened since.
  await release('sato', first)
  expect(codeOf(await start('mori', submissionId))).toBe('review.taken')
  await release('sato', renewed)
  expect(codeOf(await start('mori', submissionId))).toBe('answered 200')
  const events = await house.world.db.rows.event.findMany({
    where: { subjectId: submissionId, action: { not: 'task.submitted' } },
    orderBy: { id: 'asc' },
  })
  expect(events.map(({ action }) => action)).toEqual(['review.started', 'review.released', 'review.started'])
})

test('passes to a colleague once the time ran out', async () => {
  const submissionId = await submitted('hana')
  await start('sato', submissionId)
  house.clock.advance(house.world.settings.reviewLeaseSeconds - 90)
  expect(codeOf(await start('mori', submissionId))).toBe('review.taken')
  house.clock.advance(91)
  expect(codeOf(await start('mori', submissionId))).toBe('answered 200')
  expect(codeOf(await start('sato', submissionId))).toBe('review.taken')
})

test('refuses one’s own work and offers it to the other director only', async () => {
  const submissionId = await submitted('mori')
  expect(codeOf(await start('mori', submissionId))).toBe('review.own_work')
  const canStart = async (person: TownPerson) => {
    const ask = await asPerson(house, town.people[person])
    return (await ask(listReviewQueue)).answer.waiting.find((row) => row.submissionId === submissionId)?.can.start
  }
  expect([await canStart('mori'), await canStart('sato')]).toEqual([false, true])
})

test('is not there for another team’s director, and not for workers', async () => {
  const submissionId = await submitted('hana')
  expect(codeOf(await start('ueda', submissionId))).toBe('thing.not_found')
  expect(codeOf(await start('ken', submissionId))).toBe('permission.denied')
  expect(codeOf(await start('sato', '01900000-0000-7000-8000-000000000000'))).toBe('thing.not_found')
})

test('gives one of ten directors’ tries at the same moment the lease', async () => {
  const submissionId = await submitted('hana')
  const tries = await Promise.all(
    Array.from({ length: 10 }, (_, index) => start(index % 2 === 0 ? 'sato' : 'mori', submissionId)),
  )
  const { reviewerId } = await house.world.db.rows.reviewLease.findUniqueOrThrow({ where: { submissionId } })
  const holder = reviewerId === town.people.sato ? 'sato' : 'mori'
  expect(tries.filter(({ status }) => status === 200)).toHaveLength(5)
  expect(tries.flatMap(({ refusal }) => refusal?.facts.name ?? [])).toEqual(Array.from({ length: 5 }, () => holder))
})
