import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checks } from '../../api/src/splitting/splitting-checks.ts'
import { previewSplit, startSplit } from '../../kit/contract/splitting.ts'
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

describe('previewSplit', () => {
  test('reckons tasks, time and pay from the agreed quote and shows the first and the last task', async () => {
    const orderId = await makeAgreedOrder(house, town, {
      images: 22,
      unitPayYen: 33,
      secondsPerUnit: 90,
      reviewShareBp: 2000,
    })
    const { answer } = await office(previewSplit, { params: { orderId }, query: { unitsPerTask: 5, overlap: 2 } })
    expect(answer).toMatchObject({
      units: 22,
      tasks: 5,
      secondsPerTask: 450,
      secondsTotal: 22 * 90 * 2,
      feePerTaskYen: 165,
      workerPayYen: 22 * 33 * 2,
      reviewPayYen: 2 * (4 * 33 + 13),
      dueOn: '2027-01-29',
    })
    expect(answer.samples.map(({ number, units, feeYen }) => [number, units, feeYen])).toEqual([
      [1, 5, 165],
      [2, 5, 165],
      [3, 5, 165],
      [5, 2, 66],
    ])
    expect(answer.samples[0]?.items.map((item) => item.name)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `image-00000${number}.jpg`),
    )
    expect(answer.samples[0]?.items[0]?.thumbnailUrl).toContain('/api/item-images/')
    expect(await tasksOf(house, orderId)).toEqual([])
  })

  test('refuses a task whose pay would not fit, naming the field and the most that does', async () => {
    const orderId = await makeAgreedOrder(house, town, { images: 3000, unitPayYen: 1_000_000 })
    const asked = { params: { orderId }, query: { unitsPerTask: 3000, overlap: 1 } }
    const { refusal } = await office(previewSplit, asked)
    expect(refusal?.fields).toEqual([{ path: 'unitsPerTask', problem: 'too_big', facts: { maximum: 2147 } }])
    expect((await office(previewSplit, { ...asked, query: { unitsPerTask: 2000, overlap: 1 } })).status).toBe(200)
  })
})

describe('startSplit', () => {
  test('cuts the order into tasks in the background, held for allotting, and says so in the audit trail', async () => {
    const orderId = await makeAgreedOrder(house, town, { images: 22, unitPayYen: 33 })
    const { answer } = await office(startSplit, { params: { orderId }, body: { unitsPerTask: 5, overlap: 2 } })
    expect(await tasksOf(house, orderId)).toEqual([])
    await house.settle()
    const tasks = await tasksOf(house, orderId)
    expect(tasks.map(({ number, itemsFrom, itemsTo, feeYen }) => [number, itemsFrom, itemsTo, feeYen])).toEqual([
      [1, 0, 5, 165],
      [2, 5, 10, 165],
      [3, 10, 15, 165],
      [4, 15, 20, 165],
      [5, 20, 22, 66],
    ])
    for (const task of tasks) {
      expect(task.assignments.map(({ state, slot, feeYen }) => [state, slot, feeYen]).sort()).toEqual([
        ['held', 1, task.feeYen],
        ['held', 2, task.feeYen],
      ])
    }
    const split = await house.world.db.rows.split.findUniqueOrThrow({ where: { id: answer.id } })
    expect(split).toMatchObject({ state: 'done', tasksTotal: 5, tasksMade: 5, failure: null })
    const events = await house.world.db.rows.event.findMany({ where: { subjectId: answer.id }, orderBy: { id: 'asc' } })
    expect(events.map(({ action, facts, actorId }) => [action, facts, actorId])).toEqual([
      ['split.started', { tasks: 5 }, town.people.office],
      ['split.finished', { tasks: 5 }, null],
    ])
  })

  test('refuses an order that is split already, before and after the job ran', async () => {
    const orderId = await makeAgreedOrder(house, town)
    const asked = { params: { orderId }, body: { unitsPerTask: 5, overlap: 1 } }
    expect((await office(startSplit, asked)).status).toBe(200)
    expect(codeOf(await office(startSplit, asked))).toBe('split.already_done')
    await house.settle()
    expect(codeOf(await office(startSplit, asked))).toBe('split.already_done')
    expect(codeOf(await office(previewSplit, { params: asked.params, query: asked.body }))).toBe('split.already_done')
  })

  test('refuses an order that is not agreed, and hides it from those who may not split', async () => {
    const { orderId } = await makeRunningOrder(house, town)
    const asked = { params: { orderId }, body: { unitsPerTask: 5, overlap: 1 } }
    const refused = await office(startSplit, asked)
    expect(refused.refusal).toEqual({ code: 'order.wrong_state', facts: { state: 'running' } })
    const client = await asPerson(house, town.people.client)
    expect(codeOf(await client(startSplit, asked))).toBe('permission.denied')
  })
})

test.each(checks)('afterwards $sentence', async ({ sql }) => {
  expect((await house.world.db.pool.query(sql)).rows).toEqual([])
})
