import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelSplit, startSplit } from '../../kit/contract/splitting.ts'
import { makeAgreedOrder, tasksOf } from '../support/agreed-order.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let office: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  office = await asPerson(house, town.people.office)
})
afterAll(() => house.close())

describe('cancelSplit', () => {
  test('undoes a finished split nothing was allotted from; no task of it stays', async () => {
    const orderId = await makeAgreedOrder(house, town)
    await office(startSplit, { params: { orderId }, body: { unitsPerTask: 5, overlap: 3 } })
    await house.settle()
    expect(await tasksOf(house, orderId)).toHaveLength(3)
    expect((await office(cancelSplit, { params: { orderId } })).status).toBe(200)
    expect(await tasksOf(house, orderId)).toEqual([])
    expect(codeOf(await office(cancelSplit, { params: { orderId } }))).toBe('split.not_running')
  })

  test('stops a split before its job began', async () => {
    const orderId = await makeAgreedOrder(house, town)
    await office(startSplit, { params: { orderId }, body: { unitsPerTask: 5, overlap: 1 } })
    expect((await office(cancelSplit, { params: { orderId } })).status).toBe(200)
    await house.settle()
    expect(await tasksOf(house, orderId)).toEqual([])
  })

  test('leaves the many tasks of a large split to the job', async () => {
    const orderId = await makeAgreedOrder(house, town, { images: 2500 })
    await office(startSplit, { params: { orderId }, body: { unitsPerTask: 1, overlap: 1 } })
    await house.settle()
    await office(cancelSplit, { params: { orderId } })
    expect(await tasksOf(house, orderId)).toHaveLength(500)
    await house.settle()
    expect(await tasksOf(house, orderId)).toEqual([])
  })

  test('refuses once tasks are allotted', async () => {
    const { orderId } = await makeRunningOrder(house, town)
    const refused = await office(cancelSplit, { params: { orderId } })
    expect(refused.refusal).toEqual({ code: 'order.wrong_state', facts: { state: 'running' } })
    expect(await tasksOf(house, orderId)).toHaveLength(3)
  })
})
