import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { codeOf } from '../support/ask.ts'
import { expectChecksHold, reviewAndLedgerChecks } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { goodAnswer, submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let order: RunningOrder
let submissionId: string
let sato: Awaited<ReturnType<typeof reviewer>>

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  sato = await reviewer(house, town.people.sato)
})
beforeEach(async () => {
  order = await makeRunningOrder(house, town, { images: 4, unitsPerTask: 4 })
  submissionId = await submitByRow(house, order.assignmentIds[0] ?? '', town.people.hana)
})
afterAll(async () => {
  await expectChecksHold(house, reviewAndLedgerChecks)
  await house.close()
})

test('keeps the reviewer’s version beside the author’s, and pays the author as for accepted work', async () => {
  const answer = await goodAnswer(house, order.assignmentIds[0] ?? '', order.labels[1]?.name)
  expect(codeOf(await sato.fix(submissionId, answer, '一枚だけ直しました'))).toBe('answered 200')
  const { rows } = house.world.db
  const review = await rows.review.findUniqueOrThrow({ where: { submissionId }, include: { submission: true } })
  expect(review.decision).toBe('fixed')
  expect(review.fixedAnswer).toEqual(answer)
  expect(review.submission.answer).not.toEqual(answer)
  const postings = await rows.ledgerPosting.findMany({ where: { orderId: order.orderId, account: 'payable' } })
  expect(postings.map(({ personId, amountYen }) => [personId, Number(amountYen)]).sort()).toEqual(
    [
      [town.people.hana, -120],
      [town.people.sato, -24],
    ].sort(),
  )
  expect(await rows.event.count({ where: { subjectId: submissionId, action: 'submission.fixed' } })).toBe(1)
})

test('holds the reviewer’s version to the same checks as a worker’s', async () => {
  const answer = await goodAnswer(house, order.assignmentIds[0] ?? '')
  const [first = '', second = ''] = order.itemIds
  const unseen = { ...answer, images: { ...answer.images, [first]: { shapes: [], labels: [], seen: false } } }
  const { [second]: _gone, ...without } = unseen.images
  const refused = await sato.fix(submissionId, { images: without })
  expect(refused.refusal).toMatchObject({ code: 'submission.has_problems', facts: { count: 2 } })
  const wrongLabel = await goodAnswer(house, order.assignmentIds[0] ?? '', '知らないラベル')
  expect((await sato.fix(submissionId, wrongLabel)).refusal).toMatchObject({ facts: { count: 4 } })
  expect(await house.world.db.rows.review.count({ where: { submissionId } })).toBe(0)
  expect(codeOf(await sato.fix(submissionId, answer))).toBe('answered 200')
})

test('refuses one’s own work and a second decision', async () => {
  const answer = await goodAnswer(house, order.assignmentIds[0] ?? '')
  const mori = await reviewer(house, town.people.mori)
  const own = await makeRunningOrder(house, town, { images: 1, unitsPerTask: 1 })
  const ownWork = await submitByRow(house, own.assignmentIds[0] ?? '', town.people.mori)
  expect(codeOf(await mori.fix(ownWork, answer))).toBe('review.own_work')
  await sato.accept(submissionId)
  expect((await mori.fix(submissionId, answer)).refusal).toMatchObject({
    code: 'review.already_decided',
    facts: { name: 'sato' },
  })
})
