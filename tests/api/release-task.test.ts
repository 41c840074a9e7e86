import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { expireClaims } from '../../api/src/tasks/expire-claims.ts'
import { saveDraft } from '../../kit/contract/answers.ts'
import {
  claimTask,
  getAssignment,
  listMyAssignments,
  releaseTask,
  reopenTask,
  resumeTask,
} from '../../kit/contract/tasks.ts'
import type { ImageAnswer } from '../../kit/surfaces/image/answer.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { pinOn, reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { claimByRow, confirmTermsByRow, goodAnswer, submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let hana: Ask
let ken: Ask
let yui: Ask
let sato: Ask
let order: RunningOrder
let id: string
let work: ImageAnswer

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  const { people } = town
  hana = await asPerson(house, people.hana)
  ken = await asPerson(house, people.ken)
  yui = await asPerson(house, people.yui)
  sato = await asPerson(house, people.sato)
})
afterAll(() => house.close())
beforeEach(async () => {
  order = await makeRunningOrder(house, town)
  id = order.assignmentIds[0] ?? ''
  work = await goodAnswer(house, id)
  await claimByRow(house, id, town.people.hana)
})

const to = () => ({ params: { assignmentId: id } })
const save = (ask: Ask, version: number, answer = work) =>
  ask(saveDraft, { ...to(), body: { answer, version, activeSeconds: 10 } })
const row = () => house.world.db.rows.assignment.findUniqueOrThrow({ where: { id } })
/** What happened since hana's first claim. */
const actions = async () => {
  const events = await house.world.db.rows.event.findMany({ where: { assignmentId: id }, orderBy: { id: 'asc' } })
  return events.slice(1).map((event) => event.action)
}
/** Ends the lease and runs the job. */
async function leaseRunsOut(): Promise<void> {
  await house.world.db.rows.assignment.update({ where: { id }, data: { leaseUntil: new Date(0) } })
  await expireClaims(house.world)
}

test('a released task is open again with its draft, which passes on to whoever claims it', async () => {
  await save(hana, 0)
  expect((await hana(releaseTask, to())).answer).toEqual({ done: true })
  expect(await row()).toMatchObject({ state: 'open', personId: null, leaseUntil: null, termsNoticeId: null })
  await confirmTermsByRow(house, order.orderId, town.people.ken)
  expect((await ken(claimTask, to())).status).toBe(200)
  expect((await ken(getAssignment, to())).answer.draft).toMatchObject({ answer: work, version: 1 })
  expect((await hana(getAssignment, to())).status).toBe(404)
  expect(codeOf(await save(hana, 1))).toBe('task.not_yours')
  expect(await actions()).toEqual(['task.released', 'task.claimed'])
})

test('only the holder releases: a colleague is told so, a stranger finds nothing', async () => {
  expect(codeOf(await ken(releaseTask, to()))).toBe('task.not_yours')
  expect(codeOf(await yui(releaseTask, to()))).toBe('thing.not_found')
  expect((await row()).personId).toBe(town.people.hana)
})

test('returned work whose author cannot finish it is opened again by a director, with its draft and its pins', async () => {
  await save(hana, 0)
  const submissionId = await submitByRow(house, id, town.people.hana)
  const director = await reviewer(house, town.people.sato)
  const reopen = (ask: Ask, reason = 'お休みのため') => ask(reopenTask, { ...to(), body: { reason } })
  expect(codeOf(await reopen(sato))).toBe('task.not_returned')
  await director.sendBack(submissionId, [pinOn(order)])
  expect((await reopen(hana)).status).toBe(403)
  expect(codeOf(await reopen(sato, ' '))).toBe('request.malformed')
  expect((await reopen(sato)).answer).toEqual({ done: true })
  expect(await row()).toMatchObject({ state: 'open', personId: null, termsNoticeId: null })
  expect((await hana(listMyAssignments)).answer.assignments.map((mine) => mine.id)).not.toContain(id)
  await confirmTermsByRow(house, order.orderId, town.people.ken)
  expect((await ken(claimTask, to())).status).toBe(200)
  const desk = (await ken(getAssignment, to())).answer
  expect([desk.pins.length, desk.draft?.activeSeconds, desk.can.submit]).toEqual([1, 0, true])
  expect(await actions()).toContain('task.reopened')
  await expectChecksHold(house)
})

test('what is handed in cannot be released', async () => {
  await submitByRow(house, id, town.people.hana)
  expect(codeOf(await hana(releaseTask, to()))).toBe('task.not_in_work')
})

test('a lease that ran out opens the task and tells the person; with nobody in between they resume with their draft', async () => {
  await save(hana, 0)
  await leaseRunsOut()
  expect(await row()).toMatchObject({ state: 'open', personId: null })
  const [event] = await house.world.db.rows.event.findMany({ where: { assignmentId: id, action: 'task.expired' } })
  expect(event).toMatchObject({ personId: town.people.hana, actorId: null })
  expect(codeOf(await save(hana, 1))).toBe('task.not_yours')
  const mine = (await hana(listMyAssignments)).answer.assignments.find((each) => each.id === id)
  expect(mine).toMatchObject({ state: 'open', draftShare: 1 })
  const read = (await hana(getAssignment, to())).answer
  expect(read.draft?.version).toBe(1)
  expect(read.can).toMatchObject({ resume: true, saveDraft: false })
  expect((await hana(resumeTask, to())).status).toBe(200)
  expect(await row()).toMatchObject({ state: 'claimed', personId: town.people.hana })
  expect((await save(hana, 1)).answer.version).toBe(2)
  expect(await actions()).toEqual(['task.expired', 'task.resumed'])
})

test('after a colleague took it, resuming is refused with task.not_yours', async () => {
  await save(hana, 0)
  await leaseRunsOut()
  await claimByRow(house, id, town.people.ken)
  expect(codeOf(await hana(resumeTask, to()))).toBe('task.not_yours')
  expect((await hana(listMyAssignments)).answer.assignments.map((each) => each.id)).not.toContain(id)
})

test('nobody resumes what was never theirs', async () => {
  await save(hana, 0)
  await leaseRunsOut()
  await confirmTermsByRow(house, order.orderId, town.people.ken)
  expect(codeOf(await ken(resumeTask, to()))).toBe('task.not_yours')
  expect(codeOf(await yui(resumeTask, to()))).toBe('thing.not_found')
  expect((await row()).state).toBe('open')
})

test('returned work stays with its author when the lease runs out', async () => {
  await submitByRow(house, id, town.people.hana)
  await house.world.db.rows.assignment.update({ where: { id }, data: { state: 'returned' } })
  const resumed = await hana(resumeTask, to())
  expect((await row()).leaseUntil?.toISOString()).toBe(resumed.answer.leaseUntil)
  await leaseRunsOut()
  expect(await row()).toMatchObject({ state: 'returned', personId: town.people.hana, leaseUntil: null })
  expect((await hana(resumeTask, to())).status).toBe(200)
  expect(await actions()).toEqual(['task.submitted', 'task.resumed', 'task.expired', 'task.resumed'])
})

test('a lease that has not run out stays, however often the job runs', async () => {
  await expireClaims(house.world)
  await expireClaims(house.world)
  expect((await row()).state).toBe('claimed')
  expect(await actions()).toEqual([])
})

test('the director sees the work but not the draft, another team’s director nothing', async () => {
  await save(hana, 0)
  const seen = (await sato(getAssignment, to())).answer
  expect(seen.draft).toBe(null)
  expect(seen.items).toHaveLength(4)
  expect(new Set(Object.values(seen.can))).toEqual(new Set([false]))
  const ueda = await asPerson(house, town.people.ueda)
  expect((await ueda(getAssignment, to())).status).toBe(404)
  const client = await asPerson(house, town.people.client)
  expect(codeOf(await client(getAssignment, to()))).toBe('permission.denied')
})

test('one’s own work is listed: returned, then claimed by the end of the lease, then submitted', async () => {
  const [, second, third] = order.assignmentIds as [string, string, string]
  await submitByRow(house, second, town.people.hana)
  await submitByRow(house, third, town.people.hana)
  await house.world.db.rows.assignment.update({ where: { id: third }, data: { state: 'returned' } })
  const ids = new Set(order.assignmentIds)
  const mine = (await hana(listMyAssignments)).answer.assignments.filter((each) => ids.has(each.id))
  expect(mine.map((each) => each.state)).toEqual(['returned', 'claimed', 'submitted'])
})

test('released and expired work of a cancelled order ends with it', async () => {
  const second = order.assignmentIds[1] ?? ''
  await claimByRow(house, second, town.people.ken)
  await house.world.db.rows.assignment.update({ where: { id: second }, data: { leaseUntil: new Date(0) } })
  const data = { state: 'cancelled', cancelledReason: '試し' } as const
  await house.world.db.rows.order.update({ where: { id: order.orderId }, data })
  await hana(releaseTask, to())
  await expireClaims(house.world)
  const states = await house.world.db.rows.assignment.findMany({ where: { id: { in: [id, second] } } })
  expect(states.map(({ state, personId }) => [state, personId])).toEqual([
    ['cancelled', null],
    ['cancelled', null],
  ])
})
