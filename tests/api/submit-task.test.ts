import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../api/src/kernel/ids.ts'
import { submitTask } from '../../kit/contract/answers.ts'
import { getAssignment, resumeTask } from '../../kit/contract/tasks.ts'
import type { ImageAnswer } from '../../kit/surfaces/image/answer.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { claimByRow, goodAnswer } from '../support/work-rows.ts'

let house: House
let town: Town
let hana: Ask
let ken: Ask
let order: RunningOrder
let id: string
let work: ImageAnswer

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  hana = await asPerson(house, town.people.hana)
  ken = await asPerson(house, town.people.ken)
})
afterAll(() => house.close())
beforeEach(async () => {
  order = await makeRunningOrder(house, town)
  id = order.assignmentIds[0] ?? ''
  work = await goodAnswer(house, id)
  await claimByRow(house, id, town.people.hana)
})

const submit = (ask: Ask, answer = work, note = '', activeSeconds = 300) =>
  ask(submitTask, { params: { assignmentId: id }, body: { answer, note, activeSeconds } })
const rows = () => house.world.db.rows
const submissions = () => rows().submission.findMany({ where: { assignmentId: id }, orderBy: { revision: 'asc' } })
const events = () => rows().event.findMany({ where: { assignmentId: id, action: 'task.submitted' } })

/** What the reviews slice does when a director returns work with one pin. */
async function returned(submissionId: string): Promise<string> {
  const pinId = newId()
  await rows().pin.create({
    data: {
      id: pinId,
      submissionId,
      assignmentId: id,
      itemId: order.itemIds[0] ?? '',
      number: 1,
      x: 5,
      y: 5,
      clauseId: order.clauseIds[0] ?? null,
      createdById: town.people.sato,
      createdAt: house.clock.now(),
    },
  })
  await rows().assignment.update({ where: { id }, data: { state: 'returned' } })
  return pinId
}

test('a submission is written once, waits for review, and its draft is kept', async () => {
  const { answer } = await submit(hana, work, 'よろしくお願いします')
  expect(answer.revision).toBe(1)
  const row = await rows().assignment.findUniqueOrThrow({ where: { id } })
  expect(row).toMatchObject({ state: 'submitted', personId: town.people.hana, leaseUntil: null })
  const [submission] = await submissions()
  expect(submission).toMatchObject({ note: 'よろしくお願いします', activeSeconds: 300, answer: work })
  const draft = await rows().draft.findUniqueOrThrow({ where: { assignmentId: id } })
  expect(draft.answer).toEqual(work)
  expect((await events())[0]).toMatchObject({ subjectId: answer.submissionId, facts: { task: 1, revision: 1 } })
})

test('the same answer sent twice is one submission; another answer is refused', async () => {
  const first = (await submit(hana)).answer
  expect((await submit(hana)).answer).toEqual(first)
  expect(codeOf(await submit(hana, work, 'もう一言'))).toBe('task.not_in_work')
  expect(await submissions()).toHaveLength(1)
  expect(await events()).toHaveLength(1)
})

test('sent again after a quick reviewer accepted it, it is answered as the submission it is', async () => {
  const first = (await submit(hana)).answer
  await (await reviewer(house, town.people.sato)).accept(first.submissionId)
  expect((await submit(hana)).answer).toEqual(first)
  expect(codeOf(await submit(hana, work, 'もう一言'))).toBe('task.not_in_work')
  expect(await submissions()).toHaveLength(1)
})

test('refuses with submission.has_problems when an image was never opened or a label is none of the order’s', async () => {
  const [first, second] = order.itemIds as [string, string]
  const bad = structuredClone(work)
  delete bad.images[first]
  bad.images[second]?.shapes.push({ id: 'x', label: 'ねこ', kind: 'box', x: 1, y: 1, width: 9, height: 9 })
  expect((await submit(hana, bad)).refusal).toMatchObject({ code: 'submission.has_problems', facts: { count: 2 } })
  expect(await submissions()).toHaveLength(0)
  expect((await submit(hana)).status).toBe(200)
})

test('refuses an answer that names another task’s image', async () => {
  const strange = structuredClone(work)
  strange.images[order.itemIds[6] ?? ''] = { shapes: [], labels: [], seen: true }
  expect(codeOf(await submit(hana, strange))).toBe('draft.unreadable')
})

test('returned work is taken up, its pins answered, and handed in as the next revision', async () => {
  const pinId = await returned((await submit(hana)).answer.submissionId)
  expect(codeOf(await submit(hana))).toBe('task.not_in_work')
  await hana(resumeTask, { params: { assignmentId: id } })
  expect((await submit(hana)).refusal).toMatchObject({ code: 'submission.pins_open', facts: { count: 1 } })
  await rows().pin.update({ where: { id: pinId }, data: { state: 'question' } })
  expect((await submit(hana, work, '', 120)).answer.revision).toBe(2)
  expect((await submissions()).map((each) => [each.revision, each.activeSeconds])).toEqual([
    [1, 300],
    [2, 300],
  ])
  const seen = (await hana(getAssignment, { params: { assignmentId: id } })).answer
  expect(seen.submissions.map((each) => [each.revision, each.mine])).toEqual([
    [1, true],
    [2, true],
  ])
  expect(seen.pins[0]).toMatchObject({ number: 1, state: 'question', revision: 1, can: { answer: true } })
})

test('nobody hands in another person’s work', async () => {
  expect(codeOf(await submit(ken))).toBe('task.not_yours')
  const yui = await asPerson(house, town.people.yui)
  expect(codeOf(await submit(yui))).toBe('thing.not_found')
  expect(await submissions()).toHaveLength(0)
})

test('a director who is not the author may review, the author may not', async () => {
  const mori = await asPerson(house, town.people.mori)
  const sato = await asPerson(house, town.people.sato)
  id = order.assignmentIds[1] ?? ''
  work = await goodAnswer(house, id)
  await claimByRow(house, id, town.people.mori)
  await submit(mori)
  const canReview = async (ask: Ask) => (await ask(getAssignment, { params: { assignmentId: id } })).answer.can.review
  expect([await canReview(mori), await canReview(sato)]).toEqual([false, true])
})
