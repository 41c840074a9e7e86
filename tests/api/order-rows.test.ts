import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
})
afterAll(() => house.close())

test('the rows of a running order are whole: real images, tasks of both slots, a submission', async () => {
  const teamIds = [town.northTeamId, town.southTeamId]
  const order = await makeRunningOrder(house, town, {
    images: 10,
    unitsPerTask: 4,
    overlap: 2,
    realImages: true,
    teamIds,
  })
  expect(order.taskIds).toHaveLength(3)
  expect(order.assignmentIds).toHaveLength(6)
  const submissionId = await submitByRow(house, order.assignmentIds[0] ?? '', town.people.hana)
  const submission = await house.world.db.rows.submission.findUniqueOrThrow({ where: { id: submissionId } })
  expect(submission.revision).toBe(1)
})
