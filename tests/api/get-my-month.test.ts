import { afterAll, beforeAll, expect, test } from 'vitest'
import { getMyMonth } from '../../kit/contract/ledger.ts'
import { asPerson, codeOf } from '../support/ask.ts'
import { expectChecksHold, reviewAndLedgerChecks } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { pinOn, reviewer } from '../support/reviewer.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'
import { claimByRow, submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let order: RunningOrder

// six tasks of 4 images at 30 yen: 120 each, 24 for a review; 300 seconds are noted with each submission
beforeAll(async () => {
  house = await openHouse()
  house.clock.moveTo(new Date('2026-11-10T03:00:00Z'))
  town = await makeTown(house)
  order = await makeRunningOrder(house, town, { images: 24, unitsPerTask: 4 })
})
afterAll(async () => {
  await expectChecksHold(house, reviewAndLedgerChecks)
  await house.close()
})

async function monthOf(person: TownPerson, month: string) {
  return (await asPerson(house, town.people[person]))(getMyMonth, { query: { month } })
}
const task = (number: number) => order.assignmentIds[number - 1] ?? ''
async function acceptedAt(instant: string, number: number, author: TownPerson, director: TownPerson): Promise<void> {
  house.clock.moveTo(new Date(instant))
  const submissionId = await submitByRow(house, task(number), town.people[author])
  await (await reviewer(house, town.people[director])).accept(submissionId)
}

test('an empty month says so and has no pace', async () => {
  const { answer } = await monthOf('hana', '2026-11')
  expect(answer).toMatchObject({ earnedYen: 0, waitingYen: 0, activeSeconds: 0, effectiveYenPerHour: null, lines: [] })
  expect(answer.days).toHaveLength(30)
})

test('months end at midnight in Japan', async () => {
  await acceptedAt('2026-11-30T14:58:00Z', 1, 'hana', 'sato')
  await acceptedAt('2026-11-30T15:00:00Z', 2, 'hana', 'sato')
  const november = (await monthOf('hana', '2026-11')).answer
  const december = (await monthOf('hana', '2026-12')).answer
  expect(november.lines.map(({ taskNumber }) => taskNumber)).toEqual([1])
  expect(december.lines.map(({ taskNumber }) => taskNumber)).toEqual([2])
  expect(november.days.filter(({ earnedYen }) => earnedYen > 0)).toEqual([{ on: '2026-11-30', earnedYen: 120 }])
  expect(december.days.filter(({ earnedYen }) => earnedYen > 0)).toEqual([{ on: '2026-12-01', earnedYen: 120 }])
  expect(december.days).toHaveLength(31)
})

test('sums the postings line by line: own work with its time, reviews without', async () => {
  await acceptedAt('2026-12-05T03:00:00Z', 3, 'mori', 'sato')
  await acceptedAt('2026-12-06T03:00:00Z', 4, 'hana', 'mori')
  const { answer } = await monthOf('mori', '2026-12')
  expect(
    answer.lines.map((line) => [line.cause, line.assignmentId, line.amountYen, line.units, line.activeSeconds]),
  ).toEqual([
    ['review_done', task(4), 24, 4, null],
    ['assignment_accepted', task(3), 120, 4, 300],
  ])
  expect(answer).toMatchObject({ earnedYen: 144, activeSeconds: 300, effectiveYenPerHour: 1440 })
  expect(answer.lines[0]?.order).toMatchObject({ id: order.orderId, number: order.number })
  const hana = (await monthOf('hana', '2026-12')).answer
  expect(hana).toMatchObject({ earnedYen: 240, activeSeconds: 600, effectiveYenPerHour: 1440 })
})

test('what waits and what is expected is shown in the running month only', async () => {
  const submissionId = await submitByRow(house, task(5), town.people.hana)
  await claimByRow(house, task(6), town.people.hana)
  expect((await monthOf('hana', '2026-12')).answer).toMatchObject({ waitingYen: 120, expectedYen: 120, earnedYen: 240 })
  expect((await monthOf('hana', '2026-11')).answer).toMatchObject({ waitingYen: 0, expectedYen: 0, earnedYen: 120 })
  await (await reviewer(house, town.people.sato)).sendBack(submissionId, [
    pinOn(order, { itemId: order.itemIds[16] ?? '' }),
  ])
  expect((await monthOf('hana', '2026-12')).answer).toMatchObject({ waitingYen: 0, expectedYen: 240, earnedYen: 240 })
})

test('is one’s own, for those who work; a month has two digits', async () => {
  expect((await monthOf('ken', '2026-12')).answer).toMatchObject({ earnedYen: 0, lines: [] })
  expect(codeOf(await monthOf('client', '2026-12'))).toBe('permission.denied')
  expect(codeOf(await monthOf('hana', '2026-13'))).toBe('request.malformed')
})
