import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asked, codeOf } from '../support/ask.ts'
import { expectChecksHold, reviewAndLedgerChecks } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { pinOn, reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { goodAnswer, submitByRow } from '../support/work-rows.ts'

type Reviewer = Awaited<ReturnType<typeof reviewer>>

let house: House
let town: Town
let sato: Reviewer
let mori: Reviewer

beforeAll(async () => {
  house = await openHouse({ accessTokenSeconds: 7 * 86_400 })
  town = await makeTown(house)
  // without opening first: what the lease allows is part of each race
  sato = await reviewer(house, town.people.sato, { open: false })
  mori = await reviewer(house, town.people.mori, { open: false })
})
afterAll(async () => {
  await expectChecksHold(house, reviewAndLedgerChecks)
  await house.close()
})

/** hana's submissions of an order with one image per task at 30 yen. */
async function submissions(count: number): Promise<{ order: RunningOrder; submissionIds: string[] }> {
  const order = await makeRunningOrder(house, town, { images: count, unitsPerTask: 1 })
  const submissionIds: string[] = []
  for (const id of order.assignmentIds) submissionIds.push(await submitByRow(house, id, town.people.hana))
  return { order, submissionIds }
}
const decisionsOn = (submissionId: string) => house.world.db.rows.review.findMany({ where: { submissionId } })
const paidTo = async (orderId: string, personId: string) =>
  (await house.world.db.rows.ledgerPosting.findMany({ where: { orderId, personId, account: 'payable' } })).length
const clean = (asked: Asked<never>) => asked.status < 500

test('accept, return and fix at the same moment: one decision, and everybody else is told who decided', async () => {
  const { order, submissionIds } = await submissions(25)
  for (const [index, submissionId] of submissionIds.entries()) {
    await sato.start(submissionId)
    const answer = await goodAnswer(house, order.assignmentIds[index] ?? '')
    const pin = pinOn(order, { itemId: order.itemIds[index] ?? '' })
    const tried = await Promise.all([
      sato.accept(submissionId),
      sato.sendBack(submissionId, [pin]),
      sato.fix(submissionId, answer),
      mori.accept(submissionId),
      mori.sendBack(submissionId, [pin]),
    ])
    const bySato = tried.slice(0, 3)
    expect(bySato.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { refusal } of bySato.filter(({ status }) => status !== 200)) {
      expect(refusal).toMatchObject({ code: 'review.already_decided', facts: { name: 'sato' } })
    }
    // who came without a lease hears of the colleague, before or after the decision
    for (const { refusal } of tried.slice(3)) {
      expect(['review.taken', 'review.already_decided']).toContain(refusal?.code)
      expect(refusal?.facts.name).toBe('sato')
    }
    const decisions = await decisionsOn(submissionId)
    expect(decisions).toHaveLength(1)
    const pays = decisions[0]?.decision === 'returned' ? 0 : 1
    const entries = await house.world.db.rows.ledgerEntry.count({
      where: { causeId: order.assignmentIds[index] ?? '' },
    })
    expect(entries).toBe(pays)
  }
})

test('eight times accept at once pays once', async () => {
  const { order, submissionIds } = await submissions(10)
  for (const submissionId of submissionIds) {
    await sato.start(submissionId)
    const tried = await Promise.all(Array.from({ length: 8 }, () => sato.accept(submissionId)))
    expect(tried.map(codeOf).sort()).toEqual([
      'answered 200',
      ...Array.from({ length: 7 }, () => 'review.already_decided'),
    ])
  }
  expect([await paidTo(order.orderId, town.people.hana), await paidTo(order.orderId, town.people.sato)]).toEqual([
    10, 10,
  ])
})

test('a colleague who opens what one’s time ran out on: either decides, never both', async () => {
  const { submissionIds } = await submissions(15)
  for (const submissionId of submissionIds) {
    await sato.start(submissionId)
    house.clock.advance(house.world.settings.reviewLeaseSeconds + 1)
    const [opened, accepted] = await Promise.all([mori.start(submissionId), sato.accept(submissionId)])
    const outcome = [codeOf(opened), codeOf(accepted)]
    expect([
      ['answered 200', 'review.taken'],
      ['review.already_decided', 'answered 200'],
    ]).toContainEqual(outcome)
    const last = await mori.accept(submissionId)
    expect(codeOf(last)).toBe(outcome[0] === 'answered 200' ? 'answered 200' : 'review.already_decided')
    expect(await decisionsOn(submissionId)).toHaveLength(1)
  }
})

test('the last two tasks accepted at the same moment: the order’s work is finished once', async () => {
  for (let round = 0; round < 10; round++) {
    const { order, submissionIds } = await submissions(2)
    const [first = '', second = ''] = submissionIds
    await Promise.all([sato.start(first), mori.start(second)])
    const tried = await Promise.all([sato.accept(first), mori.accept(second)])
    expect(tried.map(codeOf)).toEqual(['answered 200', 'answered 200'])
    const where = { orderId: order.orderId, action: 'order.work_finished' }
    expect(await house.world.db.rows.event.count({ where })).toBe(1)
  }
})

test('twelve rivals open one submission: one holds it, and nobody meets an error', async () => {
  const { submissionIds } = await submissions(5)
  for (const submissionId of submissionIds) {
    const tried = await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? sato : mori).start(submissionId)),
    )
    expect(tried.every(clean)).toBe(true)
    expect(tried.filter(({ status }) => status === 200)).toHaveLength(6)
  }
})
