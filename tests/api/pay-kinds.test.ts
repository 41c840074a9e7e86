import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tx } from '../../api/src/db/database.ts'
import { japanMonth } from '../../api/src/kernel/japan-day.ts'
import { takePayLock } from '../../api/src/ledger/public.ts'
import { confirmTermsNotice, makeTermsNotice } from '../../kit/contract/notices.ts'
import { getOrder, offerQuote } from '../../kit/contract/orders.ts'
import { getPayMonth } from '../../kit/contract/pay.ts'
import type { PayKind } from '../../kit/contract/pay-kind.ts'
import { raiseRate } from '../../kit/contract/rates.ts'
import { listReviewQueue } from '../../kit/contract/reviews.ts'
import { previewSplit, startSplit } from '../../kit/contract/splitting.ts'
import { allotTasks, claimTask, getAssignment, listOffers } from '../../kit/contract/tasks.ts'
import { makeAgreedOrder, tasksOf } from '../support/agreed-order.ts'
import { asPerson, codeOf } from '../support/ask.ts'
import { makeSubmittedOrder, offer } from '../support/draft-order.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'
import { openDesk } from '../support/work-desk.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
})
afterAll(async () => {
  await expectChecksHold(house)
  await house.close()
})

const as = (who: TownPerson) => asPerson(house, town.people[who])

/** An agreed order of 10 images, split by 3 for north through the API. */
async function splitOrder(payKind: PayKind, unitPayYen: number) {
  const orderId = await makeAgreedOrder(house, town, { images: 10, unitsPerTask: 3, payKind, unitPayYen })
  const office = await as('office')
  const params = { orderId }
  const preview = (await office(previewSplit, { params, query: { unitsPerTask: 3, overlap: 1 } })).answer
  ;(await office(startSplit, { params, body: { unitsPerTask: 3, overlap: 1 } })).answer
  await house.settle()
  ;(await office(allotTasks, { params, body: { shares: [{ teamId: town.northTeamId, shareBp: 10_000 }] } })).answer
  return { orderId, preview, tasks: await tasksOf(house, orderId) }
}

/** What hana is offered of an order, and the fee her terms state. */
async function offered(orderId: string) {
  const hana = await as('hana')
  const { offers } = (await hana(listOffers, { query: { minutes: 60 } })).answer
  const notice = (await hana(makeTermsNotice, { params: { orderId } })).answer
  ;(await hana(confirmTermsNotice, { params: { noticeId: notice.id } })).answer
  return { offer: offers.find(({ order }) => order.id === orderId), fee: notice.body.fee }
}

/** hana claims a task through the API and hands it in; sato accepts it. */
async function work(assignmentId = '') {
  ;(await (await as('hana'))(claimTask, { params: { assignmentId } })).answer
  const submissionId = await submitByRow(house, assignmentId, town.people.hana)
  ;(await (await reviewer(house, town.people.sato)).accept(submissionId)).answer
}

async function linesOf(orderId: string) {
  const postings = await house.world.db.rows.ledgerPosting.findMany({
    where: { orderId, account: 'payable' },
    orderBy: { id: 'asc' },
    include: { entry: { select: { cause: true } } },
  })
  return postings.map(({ entry, personId, amountYen }) => [
    entry.cause,
    (['hana', 'ken', 'sato'] as const).find((who) => town.people[who] === personId),
    Number(-amountYen),
  ])
}

it('a price per task is the same for each, the smaller last one too: offered, stated and paid', async () => {
  const { orderId, preview, tasks } = await splitOrder('per_task', 480)
  expect(preview).toMatchObject({ feePerTaskYen: 480, workerPayYen: 1_920, reviewPayYen: 384 })
  expect(tasks.map(({ feeYen }) => feeYen)).toEqual([480, 480, 480, 480])
  const { offer, fee } = await offered(orderId)
  expect(offer).toMatchObject({ feeYen: 480, unitsPerTask: 3 })
  expect(fee).toMatchObject({ unitPriceYen: 480, unit: '1タスク', how: expect.stringContaining('最大3枚') })
  await work(tasks[3]?.assignments[0]?.id)
  expect(await linesOf(orderId)).toEqual([
    ['assignment_accepted', 'hana', 480],
    ['review_done', 'sato', 96],
  ])
})

it('one sum for the whole order is divided to the yen; a raise lowers no share and pays the difference', async () => {
  const { orderId, preview, tasks } = await splitOrder('fixed', 1_003)
  expect(preview).toMatchObject({ feePerTaskYen: 301, workerPayYen: 1_003 })
  expect(tasks.map(({ feeYen }) => feeYen)).toEqual([301, 301, 301, 100])
  const { offer, fee } = await offered(orderId)
  expect(offer).toMatchObject({ feeYen: 301 })
  expect(fee).toMatchObject({ unitPriceYen: 301, unit: '1タスク（最大）', how: expect.stringContaining('1,003円') })
  await work(tasks[0]?.assignments[0]?.id)
  expect((await linesOf(orderId))[0]).toEqual(['assignment_accepted', 'hana', 301])

  const raise = { params: { orderId }, body: { unitPayYen: 1_009, reason: '所要時間の見直し' } }
  expect((await (await as('office'))(raiseRate, raise)).answer).toEqual({ assignments: 3, topUps: 1 })
  // 302.7 each and 100.9 by their exact parts; 1,009 in all
  expect((await tasksOf(house, orderId)).map(({ feeYen }) => feeYen)).toEqual([303, 303, 302, 101])
  const topUp = await house.world.db.rows.payAddition.findFirstOrThrow({ where: { orderId } })
  expect(topUp).toMatchObject({ personId: town.people.hana, kind: 'top_up', amountYen: 2 })
})

it('hours pay everybody their own begun minutes, never more than agreed; a raise brings all of them more', async () => {
  // 1,000 yen an hour, 10 minutes a task: 166.67 and so 167 at most
  const order = await makeRunningOrder(house, town, {
    images: 8,
    payKind: 'per_hour',
    unitPayYen: 1_000,
    agreedMinutes: 10,
  })
  const desk = await openDesk(house, town, order)
  const deskOf = async (who: TownPerson, task: number) => {
    const params = { assignmentId: order.assignmentIds[task] ?? '' }
    const { feeYen, hourly } = (await (await as(who))(getAssignment, { params })).answer
    return { feeYen, hourly }
  }
  expect((await offered(order.orderId)).fee).toMatchObject({
    unitPriceYen: 1_000,
    unit: '作業1時間',
    how: expect.stringContaining('10分'),
  })
  expect(await desk.claim(0, 'hana')).toBe(200)
  expect(await deskOf('hana', 0)).toEqual({ feeYen: 167, hourly: { yenPerHour: 1_000, minutes: 10 } })
  expect(await desk.half(0, 'hana', 1)).toBe(200)
  expect(await desk.release(0, 'hana')).toBe(200)
  // hana keeps 2 minutes, 34 yen: 7 whole minutes are left to ken, who needs 4.
  const { offers } = (await (await as('ken'))(listOffers, { query: { minutes: 60 } })).answer
  expect(offers.find((each) => each.order.id === order.orderId)).toMatchObject({
    ...{ feeYen: 133, hourly: { yenPerHour: 1_000, minutes: 7 }, effectiveYenPerHour: 1_000 },
  })
  expect(await desk.claim(0, 'ken')).toBe(200)
  expect(await desk.submit(0, 'ken')).toBe(200)
  expect((await deskOf('ken', 0)).feeYen).toBe(67)
  const { waiting } = (await (await as('sato'))(listReviewQueue)).answer
  expect(waiting.find(({ author }) => author.id === town.people.ken)?.feeYen).toBe(67)
  expect(await desk.accept(0, 'sato')).toBe(200)
  expect(await linesOf(order.orderId)).toEqual([
    ['assignment_accepted', 'ken', 67],
    ['hand_over_shared', 'hana', 34],
    ['review_done', 'sato', 33],
  ])

  expect(await desk.claim(1, 'hana')).toBe(200)
  expect(await desk.submit(1, 'hana')).toBe(200)
  const raise = { params: { orderId: order.orderId }, body: { unitPayYen: 1_200, reason: '目安の見直し' } }
  expect((await (await as('office'))(raiseRate, raise)).answer).toEqual({ assignments: 1, topUps: 2 })
  expect((await deskOf('hana', 1)).feeYen).toBe(80)
  const topUps = await house.world.db.rows.payAddition.findMany({
    where: { orderId: order.orderId },
    orderBy: { amountYen: 'asc' },
  })
  expect(topUps.map(({ amountYen }) => amountYen)).toEqual([41 - 34, 81 - 67])

  // Another raise brings what is between the two: 51 and 101 in all.
  house.clock.advance(60)
  const again = { params: { orderId: order.orderId }, body: { unitPayYen: 1_500, reason: '目安の見直し' } }
  expect((await (await as('office'))(raiseRate, again)).answer).toEqual({ assignments: 1, topUps: 2 })
  expect((await deskOf('hana', 1)).feeYen).toBe(100)
  const all = await house.world.db.rows.payAddition.findMany({ where: { orderId: order.orderId } })
  expect(all.map(({ amountYen }) => amountYen).sort((a, b) => a - b)).toEqual([7, 51 - 41, 14, 101 - 81])
})

it('a raise waits for terms being made and for a month being closed; its instant is after both', async () => {
  const order = await makeRunningOrder(house, town, { images: 4, unitPayYen: 30 })
  const params = { orderId: order.orderId }
  const hana = await as('hana')
  const office = await as('office')
  const { db } = house.world
  const waiting = async (locktype: string) => {
    const { rows } = await db.pool.query(
      `SELECT FROM pg_locks WHERE NOT granted AND locktype ${locktype}
         AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`,
    )
    return rows.length
  }
  const raise = (unitPayYen: number) => office(raiseRate, { params, body: { unitPayYen, reason: '目安の見直し' } })
  /** Starts a raise while `hold` is held, does something meanwhile, and lets go. */
  const during = async (
    hold: (tx: Tx) => Promise<unknown>,
    locktype: string,
    unitPayYen: number,
    meanwhile: () => Promise<void>,
  ) => {
    const raised = await db.transact(async (tx) => {
      await hold(tx)
      const asked = raise(unitPayYen)
      await expect.poll(() => waiting(locktype), { timeout: 20_000 }).toBe(1)
      await meanwhile()
      return { asked }
    })
    return (await raised.asked).answer
  }

  const holdOrder = (tx: Tx) => tx.rows.$queryRaw`SELECT 1 FROM "order" WHERE id = ${order.orderId}::uuid FOR SHARE`
  let noticeId = ''
  await during(holdOrder, "<> 'advisory'", 40, async () => {
    house.clock.advance(1)
    noticeId = (await hana(makeTermsNotice, { params })).answer.id
    house.clock.advance(1)
  })
  expect(codeOf(await hana(confirmTermsNotice, { params: { noticeId } }))).toBe('notice.superseded')

  expect(await during(takePayLock, "= 'advisory'", 50, async () => {})).toMatchObject({ topUps: 0 })
})

it('minutes beyond those agreed are paid by nobody until they are agreed, whether a review is late or not', async () => {
  const order = await makeRunningOrder(house, town, {
    images: 8,
    payKind: 'per_hour',
    unitPayYen: 1_000,
    agreedMinutes: 3,
  })
  const desk = await openDesk(house, town, order)
  const waiting = async () => {
    const { people } = (await (await as('payroll'))(getPayMonth, { params: { month: japanMonth(house.clock.now()) } }))
      .answer
    return people.find(({ person }) => person.id === town.people.mori)?.feeYen
  }
  expect(await desk.claim(0, 'mori')).toBe(200)
  expect(await desk.submit(0, 'mori')).toBe(200)
  expect(await waiting()).toBe(50)
  expect(await desk.accept(0, 'sato')).toBe(200)
  expect(await waiting()).toBe(50)
  const kept = await house.world.db.rows.assignment.findUniqueOrThrow({ where: { id: order.assignmentIds[0] ?? '' } })
  expect(kept).toMatchObject({ feeYen: 50, ownYen: 67 })
  // Those who hand it over share the same minutes: 2 of hana's, what is left to ken, and a yen to whoever finishes.
  for (const who of ['hana', 'ken'] as const) {
    expect([await desk.claim(1, who), await desk.half(1, who), await desk.release(1, who)]).toEqual([200, 200, 200])
  }
  expect([await desk.claim(1, 'mori'), await desk.submit(1, 'mori')]).toEqual([200, 200])
  const parts = await house.world.db.rows.handOver.findMany({
    where: { assignmentId: order.assignmentIds[1] ?? '' },
    orderBy: { id: 'asc' },
  })
  expect(parts.map(({ shareYen }) => shareYen)).toEqual([34, 50 - 1 - 34])
  expect(await desk.accept(1, 'sato')).toBe(200)
})

it('a quote says what its price is of, and a price per task how large a task is', async () => {
  const orderId = await makeSubmittedOrder(house, town, 3)
  const office = await as('office')
  const perTask = { ...offer, payKind: 'per_task' as const, unitPayYen: 480 }
  expect(codeOf(await office(offerQuote, { params: { orderId }, body: perTask }))).toBe('request.malformed')
  const perHour = { ...perTask, payKind: 'per_hour' as const, unitsPerTask: 2 }
  expect(codeOf(await office(offerQuote, { params: { orderId }, body: perHour }))).toBe('request.malformed')
  ;(await office(offerQuote, { params: { orderId }, body: { ...perTask, unitsPerTask: 2 } })).answer
  const { quotes } = (await office(getOrder, { params: { orderId } })).answer
  expect(quotes[0]?.inside).toMatchObject({ payKind: 'per_task', unitsPerTask: 2, workerPayYen: 960 })
})
