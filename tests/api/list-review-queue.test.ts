import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptSubmission, listReviewQueue, returnSubmission, startReview } from '../../kit/contract/reviews.ts'
import { asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
})
afterAll(() => house.close())

async function queueOf(person: TownPerson) {
  return (await (await asPerson(house, town.people[person]))(listReviewQueue)).answer.waiting
}

test('shows what waits: the order due first, then the longest waiting, with how its author fared before', async () => {
  const late = await makeRunningOrder(house, town, { images: 12, unitsPerTask: 3, dueOn: '2027-03-31' })
  const soon = await makeRunningOrder(house, town, {
    images: 8,
    unitsPerTask: 4,
    dueOn: '2027-01-15',
    teamIds: [town.northTeamId, town.southTeamId],
  })
  const first = await submitByRow(house, late.assignmentIds[0] ?? '', town.people.hana)
  house.clock.advance(60)
  const second = await submitByRow(house, late.assignmentIds[1] ?? '', town.people.ken)
  const urgent = await submitByRow(house, soon.assignmentIds[0] ?? '', town.people.hana)
  const elsewhere = await submitByRow(house, soon.assignmentIds[1] ?? '', town.people.yui)

  expect((await queueOf('sato')).map(({ submissionId }) => submissionId)).toEqual([urgent, first, second])
  expect((await queueOf('ueda')).map(({ submissionId }) => submissionId)).toEqual([elsewhere])
  expect((await queueOf('sato'))[0]).toMatchObject({
    order: { dueOn: '2027-01-15' },
    author: { name: 'hana' },
    units: 4,
    feeYen: 120,
    revision: 1,
    authorReviewed: 0,
    authorReturned: 0,
    reviewing: null,
    can: { start: true },
  })

  const sato = await asPerson(house, town.people.sato)
  for (const submissionId of [urgent, first]) await sato(startReview, { params: { submissionId } })
  expect((await queueOf('mori')).map(({ reviewing, can }) => [reviewing, can.start])).toEqual([
    ['sato', false],
    ['sato', false],
    [null, true],
  ])
  expect((await queueOf('sato')).map(({ reviewing, can }) => [reviewing, can.start])).toEqual([
    [null, true],
    [null, true],
    [null, true],
  ])

  await sato(acceptSubmission, { params: { submissionId: urgent }, body: { comment: '' } })
  const pin = {
    itemId: late.itemIds[0] ?? '',
    x: 1,
    y: 1,
    clauseId: late.clauseIds[0] ?? '',
    message: '枠がずれています',
  }
  await sato(returnSubmission, { params: { submissionId: first }, body: { comment: '', pins: [pin] } })
  const again = await submitByRow(house, late.assignmentIds[0] ?? '', town.people.hana)
  const waiting = await queueOf('sato')
  expect(waiting.map(({ submissionId }) => submissionId)).toEqual([second, again])
  expect(waiting[1]).toMatchObject({ revision: 2, authorReviewed: 2, authorReturned: 1 })
})

test('is for directors', async () => {
  const hana = await asPerson(house, town.people.hana)
  expect(codeOf(await hana(listReviewQueue))).toBe('permission.denied')
})
