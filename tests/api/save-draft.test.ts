import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { saveDraft } from '../../kit/contract/answers.ts'
import { getAssignment, releaseTask } from '../../kit/contract/tasks.ts'
import type { ImageAnswer } from '../../kit/surfaces/image/answer.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'
import { claimByRow, goodAnswer, submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let phone: Ask
let laptop: Ask
let ken: Ask
let order: RunningOrder
let id: string
let work: ImageAnswer

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  phone = await asPerson(house, town.people.hana)
  laptop = await asPerson(house, town.people.hana)
  ken = await asPerson(house, town.people.ken)
})
afterAll(() => house.close())
beforeEach(async () => {
  order = await makeRunningOrder(house, town)
  id = order.assignmentIds[0] ?? ''
  work = await goodAnswer(house, id)
  await claimByRow(house, id, town.people.hana)
})

const save = (ask: Ask, version: number, answer = work, activeSeconds = 10) =>
  ask(saveDraft, { params: { assignmentId: id }, body: { answer, version, activeSeconds } })
const draft = () => house.world.db.rows.draft.findUniqueOrThrow({ where: { assignmentId: id } })
const changed = (): ImageAnswer => {
  const answer = structuredClone(work)
  for (const marks of Object.values(answer.images)) marks.shapes = []
  return answer
}

test('saving counts versions up, keeps what was drawn and renews the lease', async () => {
  expect((await save(phone, 0)).answer.version).toBe(1)
  house.clock.advance(60)
  const second = (await save(phone, 1, changed())).answer
  expect(second.version).toBe(2)
  const { draft: read, leaseUntil } = (await phone(getAssignment, { params: { assignmentId: id } })).answer
  expect(read?.answer).toEqual(changed())
  expect(leaseUntil).toBe(second.leaseUntil)
  expect(new Date(second.leaseUntil).getTime() - new Date(second.savedAt).getTime()).toBe(7_200_000)
})

test('a second device that knows an older version is told so and overwrites nothing', async () => {
  await save(phone, 0)
  await save(phone, 1, changed())
  const refused = await save(laptop, 1)
  expect(refused.refusal).toMatchObject({ code: 'draft.conflict', facts: { version: 2 } })
  expect((await draft()).answer).toEqual(changed())
  expect(codeOf(await save(laptop, 0))).toBe('draft.conflict')
  expect(codeOf(await save(laptop, 9))).toBe('draft.conflict')
  expect((await save(laptop, 2)).answer.version).toBe(3)
})

test('the same save sent again after its answer was lost is the same save', async () => {
  const first = (await save(phone, 0)).answer
  const again = (await save(phone, 0)).answer
  expect([again.version, again.savedAt]).toEqual([1, first.savedAt])
  await save(phone, 1, changed())
  expect((await save(phone, 1, changed())).answer.version).toBe(2)
})

test('time worked never runs backwards', async () => {
  await save(phone, 0, work, 500)
  await save(laptop, 1, work, 20)
  expect((await draft()).activeSeconds).toBe(500)
})

test('whoever takes over a draft begins with no time of their own', async () => {
  await save(phone, 0, work, 500)
  await phone(releaseTask, { params: { assignmentId: id } })
  await claimByRow(house, id, town.people.ken)
  const taken = (await ken(getAssignment, { params: { assignmentId: id } })).answer
  expect(taken.draft).toMatchObject({ answer: work, version: 1, activeSeconds: 0 })
  await save(ken, 1, work, 20)
  expect((await draft()).activeSeconds).toBe(20)
  await save(ken, 2, work, 10)
  expect((await draft()).activeSeconds).toBe(20)
})

test('an answer that names an image of another task is refused', async () => {
  const strange = structuredClone(work)
  strange.images[order.itemIds[5] ?? ''] = { shapes: [], labels: [], seen: true }
  const refused = await save(phone, 0, strange)
  expect(refused.refusal).toMatchObject({ code: 'draft.unreadable', facts: { where: order.itemIds[5] } })
  expect(await house.world.db.rows.draft.count({ where: { assignmentId: id } })).toBe(0)
})

test('only the holder saves, and only while the work is in hand', async () => {
  expect(codeOf(await save(ken, 0))).toBe('task.not_yours')
  const yui = await asPerson(house, town.people.yui)
  expect(codeOf(await save(yui, 0))).toBe('thing.not_found')
  await submitByRow(house, id, town.people.hana, work)
  expect(codeOf(await save(phone, 0))).toBe('task.not_in_work')
})

test('a lease that ran out while nobody else came is renewed by the next save', async () => {
  await save(phone, 0)
  await house.world.db.rows.assignment.update({ where: { id }, data: { leaseUntil: new Date(0) } })
  expect((await save(phone, 1)).answer.version).toBe(2)
  const { leaseUntil } = await house.world.db.rows.assignment.findUniqueOrThrow({ where: { id } })
  expect(leaseUntil?.getTime()).toBeGreaterThan(house.clock.now().getTime())
})
