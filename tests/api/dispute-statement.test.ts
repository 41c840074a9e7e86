import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settleJobs } from '../../api/src/jobs/graphile-job-queue.ts'
import { jobs } from '../../api/src/jobs.ts'
import {
  answerStatement,
  confirmStatement,
  disputeStatement,
  getStatement,
  listStatements,
} from '../../kit/contract/pay.ts'
import { type Ask, asPerson } from '../support/ask.ts'
import { closeMonth } from '../support/close-month.ts'
import { expectChecksHold, reviewAndLedgerChecks } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let payroll: Ask

// March: one task of 4 images at 31 yen, 124, and 24 for its review.
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  await at('2027-03-10T03:00:00Z')
  const order = await makeRunningOrder(house, town, { images: 4, unitsPerTask: 4, unitPayYen: 31 })
  const submission = await submitByRow(house, order.assignmentIds[0] ?? '', town.people.hana)
  await (await reviewer(house, town.people.sato)).accept(submission)
  await at('2027-04-01T03:00:00Z')
  await closeMonth(house, town, '2027-03')
})
afterAll(async () => {
  await expectChecksHold(house, reviewAndLedgerChecks)
  await house.close()
})

async function at(instant: string): Promise<void> {
  house.clock.moveTo(new Date(instant))
  payroll = await asPerson(house, town.people.payroll)
}
async function statementOf(who: 'hana' | 'sato', month: string) {
  const { answer } = await (await asPerson(house, town.people[who]))(listStatements)
  return answer.statements.find((each) => each.month === month)
}
async function lapse(): Promise<void> {
  await house.world.db.transact((tx) => house.world.jobs.add(tx, 'lapse-statements', {}))
  await settleJobs(house.world, jobs)
}

describe('a statement', () => {
  it('is read line by line by whom it is for, confirmed once, and nobody else’s', async () => {
    const hana = await asPerson(house, town.people.hana)
    const ken = await asPerson(house, town.people.ken)
    const { id = '' } = (await statementOf('hana', '2027-03')) ?? {}
    const one = { params: { statementId: id } }
    const { answer } = await hana(getStatement, one)
    expect(answer).toMatchObject({ payOn: '2027-04-23', confirmBy: '2027-04-08', state: 'sent', feeYen: 124 })
    expect(answer.lines).toMatchObject([{ taskNumber: 1, units: 4, amountYen: 124, receivedOn: '2027-03-10' }])
    expect(answer.can).toEqual({ confirm: true, dispute: true, answer: false })
    expect((await payroll(getStatement, one)).answer.can).toEqual({ confirm: false, dispute: false, answer: false })
    expect((await ken(getStatement, one)).status).toBe(404)
    expect((await ken(confirmStatement, one)).status).toBe(404)
    expect((await hana(confirmStatement, one)).status).toBe(200)
    expect((await hana(confirmStatement, one)).refusal?.code).toBe('statement.decided')
    expect((await hana(disputeStatement, { ...one, body: { reason: '足りません' } })).refusal?.code).toBe(
      'statement.decided',
    )
  })

  it('is disputed and answered; silence until its day counts as a yes', async () => {
    const sent = await statementOf('sato', '2027-03')
    const director = await asPerson(house, town.people.sato)
    const one = { params: { statementId: sent?.id ?? '' } }
    expect((await payroll(answerStatement, { ...one, body: { answer: 'x' } })).refusal?.code).toBe(
      'statement.not_disputed',
    )
    expect((await director(disputeStatement, { ...one, body: { reason: '検品が1件足りません' } })).status).toBe(200)
    expect((await director(disputeStatement, { ...one, body: { reason: '' } })).status).toBe(400)
    await at('2027-04-09T03:00:00Z')
    await lapse()
    expect((await statementOf('sato', '2027-03'))?.state).toBe('disputed')
    expect((await payroll(answerStatement, { ...one, body: { answer: '4月分に入ります' } })).status).toBe(200)
    // Silence counts again from here on, so the person is told.
    expect(await house.world.db.rows.mail.count({ where: { kind: 'statement_answered' } })).toBe(1)
    expect((await (await asPerson(house, town.people.sato))(getStatement, one)).answer).toMatchObject({
      state: 'sent',
      confirmBy: '2027-04-16',
      answer: '4月分に入ります',
    })
    await at('2027-04-16T14:59:00Z')
    await lapse()
    expect((await statementOf('sato', '2027-03'))?.state).toBe('sent')
    await at('2027-04-16T15:00:00Z')
    await lapse()
    expect((await statementOf('sato', '2027-03'))?.state).toBe('confirmed_by_silence')
  })
})
