import { afterAll, beforeAll, expect, test } from 'vitest'
import { listOffers } from '../../kit/contract/tasks.ts'
import { type Ask, asPerson } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'
import { claimByRow, submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let hana: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  hana = await asPerson(house, town.people.hana)
})
afterAll(() => house.close())

const offerOf = async (orderId: string, minutes?: number) => {
  const { answer } = await hana(listOffers, { query: minutes === undefined ? {} : { minutes } })
  return answer.offers.find((offer) => offer.order.id === orderId)
}

test('an offer says pay, time and effective yen per hour before any claim, by the quote at first', async () => {
  const order = await makeRunningOrder(house, town, { images: 20, unitsPerTask: 4, unitPayYen: 30, secondsPerUnit: 90 })
  const offer = await offerOf(order.orderId, 40)
  expect(offer).toMatchObject({
    open: 5,
    unitsPerTask: 4,
    feeYen: 120,
    secondsPerTask: 360,
    paceSource: 'quote',
    effectiveYenPerHour: 1200,
    fits: { tasks: 5, seconds: 1800, feeYen: 600 },
    termsConfirmed: false,
    team: { id: town.northTeamId },
  })
  expect(offer?.thumbnailUrls).toHaveLength(4)
  expect((await offerOf(order.orderId))?.fits.tasks).toBe(1)
})

test('after three accepted tasks the person’s own median pace counts', async () => {
  const order = await makeRunningOrder(house, town, { images: 20, unitsPerTask: 4 })
  for (const id of order.assignmentIds.slice(0, 3)) {
    await submitByRow(house, id, town.people.hana) // 300 seconds for 4 units
    await house.world.db.rows.assignment.update({ where: { id }, data: { state: 'accepted' } })
  }
  expect(await offerOf(order.orderId)).toMatchObject({
    open: 2,
    paceSource: 'own',
    secondsPerTask: 300,
    effectiveYenPerHour: 1440,
    termsConfirmed: true,
  })
})

test('only running orders of one’s own teams are offered, and never a second slot of one’s own task', async () => {
  const south = await makeRunningOrder(house, town, { teamIds: [town.southTeamId] })
  expect(await offerOf(south.orderId)).toBe(undefined)
  const order = await makeRunningOrder(house, town, { images: 4, unitsPerTask: 4, overlap: 2 })
  expect(await offerOf(order.orderId)).toMatchObject({ open: 2, fits: { tasks: 1 } })
  await claimByRow(house, order.assignmentIds[0] ?? '', town.people.hana)
  expect(await offerOf(order.orderId)).toBe(undefined)
  const paused = await makeRunningOrder(house, town)
  await house.world.db.rows.order.update({ where: { id: paused.orderId }, data: { state: 'delivered' } })
  expect(await offerOf(paused.orderId)).toBe(undefined)
})
