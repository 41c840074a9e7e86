import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checks as payChecks } from '../../api/src/pay/pay-checks.ts'
import { checks as transferChecks } from '../../api/src/transfers/transfers-checks.ts'
import { changeMyBankAccount } from '../../kit/contract/bank-accounts.ts'
import { approvePayMonth, proposePayMonth } from '../../kit/contract/pay.ts'
import { approveTransfers, changePayerAccount, prepareTransfers } from '../../kit/contract/transfers.ts'
import { type Ask, asPerson } from '../support/ask.ts'
import { copyDatabase, type TestDatabase } from '../support/database.ts'
import { expectChecksHold, reviewAndLedgerChecks } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { ledgerTable } from '../support/ledger-table.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { givePassword, townPassword } from '../support/passwords.ts'
import { type PausePoint, pauseAt } from '../support/pause-point.ts'
import { reviewer } from '../support/reviewer.ts'
import { type Deed, startDoomed } from '../support/start-doomed.ts'
import { makeTown, type Town } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let assignmentIds: string[]
let payroll: Ask
let office: Ask

// October: hana's three tasks accepted, ken's one handed in and not reviewed; 124 yen each, and 24 for each of sato's reviews.
beforeAll(async () => {
  house = await openHouse({ accessTokenSeconds: 60 * 86_400 })
  house.clock.moveTo(new Date('2026-10-20T03:00:00Z'))
  town = await makeTown(house)
  const order = await makeRunningOrder(house, town, { images: 16, unitsPerTask: 4, unitPayYen: 31 })
  assignmentIds = order.assignmentIds
  const director = await reviewer(house, town.people.sato)
  for (const id of assignmentIds.slice(0, 3)) await director.accept(await submitByRow(house, id, town.people.hana))
  await submitByRow(house, assignmentIds[3] ?? '', town.people.ken)
  for (const who of ['hana', 'ken', 'sato'] as const) {
    await givePassword(house, town.people[who])
    const account = { by: 'bank', bankCode: '0143', branchCode: '433', kind: 'ordinary', number: '12345' } as const
    const body = { account, holder: 'カノ', password: townPassword }
    void (await (await asPerson(house, town.people[who]))(changeMyBankAccount, { body })).answer
  }
  house.clock.moveTo(new Date('2026-11-25T03:00:00Z'))
  payroll = await asPerson(house, town.people.payroll)
  office = await asPerson(house, town.people.office)
  const body = {
    ...{ payerCode: '1234567890', nameKana: 'ザイ)テスト', bankCode: '0143', branchCode: '433' },
    ...{ kind: 'ordinary' as const, number: '7654321', newline: 'crlf' as const, manner: '7' as const },
  }
  void (await payroll(changePayerAccount, { body: { ...body, clearing: '0000', version: 0 } })).answer
})
afterAll(() => house.close())

const month = '2026-10'
const transferOn = '2026-11-25'
const october = { params: { month } }

/** One copy of the house, where one deed is caught at one point. */
interface Case {
  step: string
  deed: Deed
  point: PausePoint
  /** What the same deed comes to when it is done again: by then it was done, or it was not. */
  again: string
  copy: TestDatabase
}

/** A copy of the house as it stands for each of the points. */
async function casesOf(
  deed: Pick<Deed, 'verb' | 'by'> & Partial<Deed>,
  points: readonly (readonly [string, PausePoint, string?])[],
): Promise<Case[]> {
  const copies = await copyDatabase(house.databaseUrl, points.length)
  return points.map(([step, point, again = 'done'], index) => {
    const copy = copies[index] as TestDatabase
    return { step: `${deed.verb}: ${step}`, deed: { month, runId: '', transferOn, ...deed }, point, again, copy }
  })
}

/** What a copy holds of everything that must not be there twice. */
interface Standing {
  month: string
  statements: number
  lines: number
  runs: string[] | null
  hashes: (string | null)[] | null
  transfers: string[] | null
  events: number
  ledger: string
}

async function standing(pool: pg.Pool): Promise<Standing> {
  const { rows } = await pool.query<Omit<Standing, 'ledger'>>(
    `SELECT (SELECT state FROM pay_month) AS month, (SELECT count(*) FROM statement) AS statements,
            (SELECT count(*) FROM statement_line) AS lines, (SELECT json_agg(r.state) FROM transfer_run r) AS runs,
            (SELECT json_agg(r.file_sha256) FROM transfer_run r) AS hashes,
            (SELECT json_agg(t.state ORDER BY t.id) FROM transfer t) AS transfers,
            (SELECT count(*) FROM event WHERE action <> 'transfer.downloaded') AS events`,
  )
  return { ...(rows[0] as Omit<Standing, 'ledger'>), ledger: await ledgerTable({ world: { db: { pool } } }) }
}

/**
 * One process is caught at every point, each in its copy, and killed; another does it all again. Answers how each copy
 * stood before, after the kill and in the end.
 */
async function killAndDoAgain(cases: readonly Case[]) {
  const houses = cases.map(({ copy, deed }) => ({ url: copy.url, deed }))
  const pools = houses.map(({ url }) => new pg.Pool({ connectionString: url, max: 2 }))
  const each = <T>(work: (pool: pg.Pool, index: number) => Promise<T>) => Promise.all(pools.map(work))
  const starting = [startDoomed(house, houses), startDoomed(house, houses)]
  try {
    const before = await each(standing)
    const pauses = await each((pool, index) => pauseAt(pool, (cases[index] as Case).point))
    const doomed = await starting[0]
    doomed?.begin()
    for (const pause of pauses) await pause.reached()
    await doomed?.kill()
    for (const pause of pauses) await pause.release()
    const after = await each(standing)
    const other = await starting[1]
    other?.begin()
    const outcomes = (await other?.outcomes) ?? []
    for (const pool of pools) {
      await expectChecksHold({ world: { db: { pool } } }, [...reviewAndLedgerChecks, ...payChecks, ...transferChecks])
    }
    return { before, after, outcomes, end: await each(standing) }
  } finally {
    for (const process of starting) await (await process).kill()
    await each((pool) => pool.end())
    for (const { copy } of cases) await copy.drop()
  }
}

/** What was killed before its commit never happened; what was killed by it happened, once; in the end all stand alike. */
function expectOnce(cases: readonly Case[], seen: Awaited<ReturnType<typeof killAndDoAgain>>): Standing {
  for (const [index, { step, point, again }] of cases.entries()) {
    const [before, after, end] = [seen.before[index], seen.after[index], seen.end[index]]
    expect([step, after]).toEqual([step, point.atCommit ? end : before])
    expect([step, seen.outcomes[index]]).toEqual([step, again])
  }
  return seen.end[0] as Standing
}

const event = (action: string): PausePoint => ({ table: 'event', on: 'INSERT', when: `NEW.action = '${action}'` })
const commit = (action: string): PausePoint => ({ ...event(action), atCommit: true })

test('a close killed at each of its steps leaves the month as it was; the next one pays every task once', async () => {
  void (await payroll(proposePayMonth, october)).answer
  void (await office(approvePayMonth, october)).answer
  const entry = (cause: string): PausePoint => ({ table: 'ledger_entry', on: 'INSERT', when: `NEW.cause = '${cause}'` })
  // In the order the close comes by them.
  const cases = await casesOf({ verb: 'closePayMonths', by: town.people.office }, [
    ['before anything', { table: 'pay_month', on: 'INSERT' }],
    ['paying what waits for its review', entry('assignment_received')],
    ['making a statement', { table: 'statement', on: 'INSERT' }],
    ['adding its lines', { table: 'statement_line', on: 'INSERT' }],
    ['settling it', entry('statement_made')],
    ['what is to be transferred', { table: 'ledger_posting', on: 'INSERT', when: "NEW.account = 'transfer_due'" }],
    ['moving the month', { table: 'pay_month', on: 'UPDATE' }],
    ['noting the close', event('pay_month.closed')],
    ['noting a statement', event('statement.sent')],
    ['by its commit', commit('pay_month.closed')],
  ])
  const seen = await killAndDoAgain(cases)
  const { ledger, ...end } = expectOnce(cases, seen)
  for (const one of seen.end) expect(one).toEqual({ ledger, ...end })
  expect(end).toMatchObject({ month: 'closed', statements: 3, lines: assignmentIds.length + 3 })
  expect(ledger).toMatchSnapshot()
})

test('a bank file killed at each of its steps is made once, with one hash, and posted once', async () => {
  await house.settle()
  const { payroll: first, office: second } = town.people
  const preparing = await casesOf({ verb: 'prepareTransfers', by: first }, [
    ['the run', { table: 'transfer_run', on: 'INSERT' }],
    ['its transfers', { table: 'transfer', on: 'INSERT' }],
    ['noting it', event('transfer.prepared')],
    ['by its commit', commit('transfer.prepared'), 'transfer.nothing'],
  ])
  const { id: runId } = (await payroll(prepareTransfers, { ...october, body: { transferOn } })).answer
  const approving = await casesOf({ verb: 'approveTransfers', by: second, runId }, [
    ['keeping the file', { table: 'transfer_run', on: 'UPDATE' }],
    ['noting it', event('transfer.approved')],
    ['by its commit', commit('transfer.approved'), 'transfer.wrong_state'],
  ])
  void (await office(approveTransfers, { params: { runId } })).answer
  const downloading = await casesOf({ verb: 'downloadTransfers', by: first, runId }, [
    ['noting who took it', event('transfer.downloaded')],
  ])
  const executing = await casesOf({ verb: 'executeTransfers', by: first, runId }, [
    ['the run', { table: 'transfer_run', on: 'UPDATE' }],
    ['its transfers', { table: 'transfer', on: 'UPDATE' }],
    ['posting them', { table: 'ledger_entry', on: 'INSERT' }],
    ['noting it', event('transfer.executed')],
    ['by its commit', commit('transfer.executed'), 'transfer.wrong_state'],
  ])
  const cases = [...preparing, ...approving, ...downloading, ...executing]
  const seen = await killAndDoAgain(cases)
  expectOnce(cases, seen)

  const file = await fetch(`${house.url}/api/transfer-runs/${runId}/file`, {
    headers: { authorization: `Bearer ${await house.tokenOf(first)}` },
  })
  const sha256 = createHash('sha256')
    .update(Buffer.from(await file.arrayBuffer()))
    .digest('hex')
  for (const [index, { deed }] of cases.entries()) {
    const { runs, hashes, transfers, ledger } = seen.end[index] as Standing
    const isSent = deed.verb === 'executeTransfers'
    expect([deed.verb, hashes]).toEqual([deed.verb, deed.verb === 'prepareTransfers' ? [null] : [sha256]])
    expect(runs).toHaveLength(1)
    expect(transfers).toEqual(Array(3).fill(isSent ? 'sent' : 'planned'))
    // The ledger before, and each transfer out of the bank, once.
    expect(ledger.match(/^transfer_sent +bank +-\d+$/gm) ?? []).toHaveLength(isSent ? 3 : 0)
    expect(ledger.split('\n').at(-1)).toMatch(/^sum +0$/)
  }
})
