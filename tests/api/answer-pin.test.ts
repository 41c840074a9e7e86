import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { answerPin, writePinMessage } from '../../kit/contract/reviews.ts'
import { asPerson, codeOf } from '../support/ask.ts'
import { expectChecksHold, reviewAndLedgerChecks } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { pinOn, reviewer } from '../support/reviewer.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let order: RunningOrder
let pinId: string

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
})
beforeEach(async () => {
  order = await makeRunningOrder(house, town, { images: 4, unitsPerTask: 4 })
  const submissionId = await submitByRow(house, order.assignmentIds[0] ?? '', town.people.hana)
  await (await reviewer(house, town.people.sato)).sendBack(submissionId, [pinOn(order)])
  pinId = (await house.world.db.rows.pin.findFirstOrThrow({ where: { submissionId } })).id
})
afterAll(async () => {
  await expectChecksHold(house, reviewAndLedgerChecks)
  await house.close()
})

async function answer(person: TownPerson, state: 'fixed' | 'question', message = '') {
  return (await asPerson(house, town.people[person]))(answerPin, { params: { pinId }, body: { state, message } })
}
async function write(person: TownPerson, body: string) {
  return (await asPerson(house, town.people[person]))(writePinMessage, { params: { pinId }, body: { body } })
}
async function thread() {
  const pin = await house.world.db.rows.pin.findUniqueOrThrow({
    where: { id: pinId },
    include: { messages: { orderBy: { id: 'asc' } } },
  })
  return [pin.state, ...pin.messages.map(({ body }) => body)]
}
const asked = '枠を縁に合わせてください'

test('the author says it is mended, with words or without', async () => {
  expect(codeOf(await answer('hana', 'fixed'))).toBe('answered 200')
  expect(await thread()).toEqual(['fixed', asked])
  await answer('hana', 'fixed', '直しました')
  expect(await thread()).toEqual(['fixed', asked, '直しました'])
  const events = await house.world.db.rows.event.findMany({ where: { subjectId: pinId } })
  expect(events.map(({ action, facts }) => [action, facts])).toEqual([
    ['pin.answered', { number: 1 }],
    ['pin.answered', { number: 1 }],
  ])
})

test('a question waits for a director, whose answer opens the pin again', async () => {
  const silent = await answer('hana', 'question')
  expect(silent.refusal?.fields).toEqual([{ path: 'message', problem: 'required' }])
  await answer('hana', 'question', 'どの縁ですか')
  await write('hana', '左側のことです')
  expect((await thread())[0]).toBe('question')
  expect(codeOf(await write('mori', '外側です'))).toBe('answered 200')
  expect(await thread()).toEqual(['open', asked, 'どの縁ですか', '左側のことです', '外側です'])
  await answer('hana', 'fixed')
  await write('sato', 'ありがとうございます')
  expect((await thread())[0]).toBe('fixed')
})

test('only its author answers; author and the team’s directors write', async () => {
  expect(codeOf(await answer('ken', 'fixed'))).toBe('thing.not_found')
  expect(codeOf(await answer('sato', 'fixed'))).toBe('thing.not_found')
  expect(codeOf(await answer('office', 'fixed'))).toBe('permission.denied')
  expect(codeOf(await write('ken', 'のぞき見'))).toBe('thing.not_found')
  expect(codeOf(await write('ueda', 'のぞき見'))).toBe('thing.not_found')
  expect(await thread()).toEqual(['open', asked])
})

test('acceptance resolves every pin and closes the threads', async () => {
  await answer('hana', 'fixed')
  const second = await submitByRow(house, order.assignmentIds[0] ?? '', town.people.hana)
  await (await reviewer(house, town.people.sato)).accept(second)
  expect((await thread())[0]).toBe('resolved')
  expect(codeOf(await answer('hana', 'question', 'まだですか'))).toBe('pin.closed')
  expect(codeOf(await write('sato', 'もう一言'))).toBe('pin.closed')
})
