import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { settleJobs } from '../../api/src/jobs/graphile-job-queue.ts'
import { jobs } from '../../api/src/jobs.ts'
import { postAcceptance } from '../../api/src/ledger/public.ts'
import { getMyMonth } from '../../kit/contract/ledger.ts'
import {
  approvePayMonth,
  getPayMonth,
  listPayMonths,
  listStatements,
  proposePayMonth,
  withdrawPayMonth,
} from '../../kit/contract/pay.ts'
import { type Ask, asPerson } from '../support/ask.ts'
import { closeMonth } from '../support/close-month.ts'
import { expectChecksHold, reviewAndLedgerChecks } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { ledgerTable } from '../support/ledger-table.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { pinOn, reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let order: RunningOrder
let payroll: Ask
let office: Ask

// tasks of 4 images at 31 yen: 124 each, 24 for a review
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
})
beforeEach(async () => {
  order = await makeRunningOrder(house, town, { images: 48, unitsPerTask: 4, unitPayYen: 31 })
})
afterAll(async () => {
  await expectChecksHold(house, reviewAndLedgerChecks)
  await house.close()
})

async function at(instant: string): Promise<void> {
  house.clock.moveTo(new Date(instant))
  payroll = await asPerson(house, town.people.payroll)
  office = await asPerson(house, town.people.office)
}
const task = (number: number) => order.assignmentIds[number - 1] ?? ''
const handIn = (number: number, who: 'hana' | 'ken' | 'mori') => submitByRow(house, task(number), town.people[who])
const sato = () => reviewer(house, town.people.sato)
const close = () => settleJobs(house.world, jobs)
const params = (month: string) => ({ params: { month } })
async function monthOf(month: string) {
  return (await payroll(getPayMonth, params(month))).answer
}
async function statementOf(who: 'hana' | 'ken' | 'mori' | 'sato', month: string) {
  const { answer } = await (await asPerson(house, town.people[who]))(listStatements)
  return answer.statements.find((each) => each.month === month)
}

describe('a month', () => {
  it('is closed by two people; late reviews are paid on time, and only once', async () => {
    await at('2026-10-20T03:00:00Z')
    for (const number of [1, 2, 3]) await (await sato()).accept(await handIn(number, 'hana'))
    await at('2026-10-31T14:59:00Z')
    const late = await handIn(4, 'ken')
    const sentBack = await handIn(5, 'hana')
    await at('2026-10-31T15:01:00Z')
    await handIn(6, 'ken')
    await (await sato()).sendBack(sentBack, [pinOn(order, { itemId: order.itemIds[16] ?? '' })])

    const before = await monthOf('2026-10')
    expect(before).toMatchObject({ state: 'open', payOn: '2026-11-25', can: { propose: true, approve: false } })
    expect(before.questions).toEqual([
      { question: 'unreviewed_work', count: 1, amountYen: 124, stops: false },
      { question: 'returned_work', count: 1, amountYen: 124, stops: false },
    ])
    expect(
      before.people
        .map(({ person, lines, feeYen, taxYen, transferYen }) => [person.id, lines, feeYen, taxYen, transferYen])
        .sort(),
    ).toEqual(
      [
        [town.people.hana, 3, 372, 37, 409],
        [town.people.ken, 1, 124, 12, 136],
        // three reviews at a fifth, 24 yen each
        [town.people.sato, 3, 72, 7, 79],
      ].sort(),
    )

    expect((await payroll(approvePayMonth, params('2026-10'))).refusal?.code).toBe('pay_month.wrong_state')
    await payroll(proposePayMonth, params('2026-10'))
    expect((await payroll(approvePayMonth, params('2026-10'))).refusal?.code).toBe('pay_month.own_proposal')
    expect((await office(approvePayMonth, params('2026-10'))).status).toBe(200)
    await close()
    expect(await monthOf('2026-10')).toMatchObject({
      state: 'closed',
      proposed: { by: { id: town.people.payroll } },
      approved: { by: { id: town.people.office } },
      questions: [],
      totals: { people: 3, lines: 7, feeYen: 568, taxYen: 56, transferYen: 624 },
      can: { propose: false, approve: false, withdraw: false },
    })
    expect(await ledgerTable(house)).toMatchSnapshot()

    // What the close has paid waits for no more money; November's does.
    const kensMonth = { query: { month: '2026-11' } }
    expect((await (await asPerson(house, town.people.ken))(getMyMonth, kensMonth)).answer.waitingYen).toBe(124)
    // The late review pays the director, and the author nothing more.
    expect((await (await sato()).accept(late)).status).toBe(200)
    const { rows } = house.world.db
    const paid = await rows.ledgerPosting.findMany({ where: { assignmentId: task(4) }, include: { entry: true } })
    expect(paid.map(({ amountYen, entry }) => [Number(amountYen), entry.cause])).toEqual([
      [-124, 'assignment_received'],
    ])
    const november = await monthOf('2026-11')
    expect(november.people.find(({ person }) => person.id === town.people.ken)).toMatchObject({
      lines: 1,
      feeYen: 124,
      lastTransferYen: 136,
    })
    expect(november.onlyLastMonth).toEqual([{ person: { id: town.people.hana, name: 'hana' }, lastTransferYen: 409 }])
    expect(november.questions.map(({ question }) => question)).toEqual(['month_running', 'unreviewed_work'])
  })

  it('is refused while it runs, while an earlier one is open, and where there is nothing', async () => {
    await at('2026-12-01T03:00:00Z')
    await (await sato()).accept(await handIn(1, 'hana'))
    expect((await payroll(proposePayMonth, params('2026-12'))).refusal?.code).toBe('pay_month.running')
    await at('2027-01-01T03:00:00Z')
    expect((await payroll(proposePayMonth, params('2026-12'))).refusal?.code).toBe('pay_month.earlier_open')
    expect((await payroll(proposePayMonth, params('2026-09'))).refusal?.code).toBe('pay_month.empty')
    expect((await office(proposePayMonth, params('2026-11'))).status).toBe(403)
    await closeMonth(house, town, '2026-11')
    await closeMonth(house, town, '2026-12')
    expect((await payroll(proposePayMonth, params('2026-12'))).refusal?.code).toBe('pay_month.wrong_state')
    const { months } = (await payroll(listPayMonths)).answer
    expect(months.map(({ month, state }) => `${month} ${state}`)).toEqual([
      '2027-01 open',
      '2026-12 closed',
      '2026-11 closed',
      '2026-10 closed',
    ])
  })

  it('is closed exactly as it was approved: what changed in between asks two people again', async () => {
    await at('2027-01-20T03:00:00Z')
    const [first, second] = [await handIn(1, 'hana'), await handIn(2, 'hana')]
    await at('2027-02-01T03:00:00Z')
    await payroll(proposePayMonth, params('2027-01'))
    await (await sato()).sendBack(first, [pinOn(order)])
    expect((await office(approvePayMonth, params('2027-01'))).refusal?.code).toBe('pay_month.changed')
    expect((await office(withdrawPayMonth, { ...params('2027-01'), body: { reason: '金額が変わった' } })).status).toBe(
      200,
    )
    expect((await monthOf('2027-01')).state).toBe('open')
    await payroll(proposePayMonth, params('2027-01'))
    expect((await office(approvePayMonth, params('2027-01'))).status).toBe(200)
    await (await sato()).sendBack(second, [pinOn(order, { itemId: order.itemIds[4] ?? '' })])
    await close()
    expect(await monthOf('2027-01')).toMatchObject({ state: 'open', proposed: null, approved: null, people: [] })
    expect(await house.world.db.rows.event.count({ where: { action: 'pay_month.reopened' } })).toBe(1)
  })
})

describe('at the same moment', () => {
  it('directors accept what a close pays: every task is paid once, and stands on one statement', async () => {
    await at('2027-02-10T03:00:00Z')
    const submissions: string[] = []
    for (const index of order.assignmentIds.keys()) submissions.push(await handIn(index + 1, 'ken'))
    await at('2027-03-01T03:00:00Z')
    await payroll(proposePayMonth, params('2027-02'))
    await office(approvePayMonth, params('2027-02'))
    const director = await sato()
    const closings = [close(), close()]
    const answers = await Promise.all(submissions.map((each) => director.accept(each)))
    await Promise.all(closings)
    expect(answers.map(({ status }) => status)).toEqual(submissions.map(() => 200))
    await close()
    expect((await monthOf('2027-02')).state).toBe('closed')
    const paid = await house.world.db.rows.ledgerPosting.findMany({
      where: { assignmentId: { in: order.assignmentIds } },
      include: { line: true },
    })
    expect(paid.map(({ assignmentId }) => assignmentId).sort()).toEqual([...order.assignmentIds].sort())
    expect(paid.filter(({ line }) => line === null)).toEqual([])
    expect(await statementOf('ken', '2027-02')).toMatchObject({ feeYen: 12 * 124, taxYen: 148, transferYen: 1_636 })
  })
})

async function waitingForPayLock(): Promise<number> {
  const { rows } = await house.world.db.pool.query<{ count: number }>(
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
  )
  return rows[0]?.count ?? 0
}

describe('pay that is being posted when a month closes', () => {
  it('is waited for, and stands on its statement', async () => {
    await at('2027-04-10T03:00:00Z')
    await (await sato()).accept(await handIn(1, 'hana'))
    await handIn(2, 'hana')
    await at('2027-05-01T03:00:00Z')
    // the reviews of the test before
    await closeMonth(house, town, '2027-03')
    await payroll(proposePayMonth, params('2027-04'))
    await office(approvePayMonth, params('2027-04'))
    const { db } = house.world
    const { id: reviewId } = await db.rows.review.findFirstOrThrow({ where: { assignmentId: task(1) } })
    let goOn = () => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const work = {
      orderId: order.orderId,
      assignmentId: task(2),
      authorId: town.people.hana,
      feeYen: 124,
      ownYen: null,
    }
    const submittedAt = new Date('2027-04-10T03:00:00Z')
    const reviewed = { reviewId, reviewerId: town.people.sato, reviewPayYen: 0, at: house.clock.now() }
    const posting = db.transact(async (tx) => {
      await postAcceptance(tx, { ...work, submittedAt, ...reviewed })
      await held
    })
    const closing = close()
    await expect.poll(waitingForPayLock, { timeout: 20_000 }).toBe(1)
    goOn()
    await Promise.all([posting, closing])
    expect(await statementOf('hana', '2027-04')).toMatchObject({ feeYen: 248, transferYen: 272 })
    // The rows above were written without the review's own command.
    await (await sato()).accept((await db.rows.submission.findFirstOrThrow({ where: { assignmentId: task(2) } })).id)
  })
})
