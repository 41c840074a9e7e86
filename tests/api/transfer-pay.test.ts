import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checks } from '../../api/src/transfers/transfers-checks.ts'
import {
  agreeBankAccount,
  changeMyBankAccount,
  enterBankAccount,
  getMyBankAccount,
  listBankAccounts,
  listBanks,
  listBranches,
  refuseBankAccount,
} from '../../kit/contract/bank-accounts.ts'
import type { RequestOf } from '../../kit/contract/endpoint.ts'
import { getStatement, listStatements } from '../../kit/contract/pay.ts'
import {
  approveTransfers,
  changePayerAccount,
  downloadTransfers,
  executeTransfers,
  getPayerAccount,
  getTransfers,
  prepareTransfers,
  returnTransfer,
  withdrawTransfers,
} from '../../kit/contract/transfers.ts'
import { listPaySummaries } from '../../kit/contract/withholding.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { closeMonth } from '../support/close-month.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { ledgerTable } from '../support/ledger-table.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { givePassword, townPassword } from '../support/passwords.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let office: Ask
let payroll: Ask

// October is closed: hana 409 yen, ken 136, sato (three reviews) 79.
beforeAll(async () => {
  house = await openHouse()
  await at('2026-10-20T03:00:00Z')
  town = await makeTown(house)
  const order = await makeRunningOrder(house, town, { images: 20, unitsPerTask: 4, unitPayYen: 31 })
  const task = (number: number) => order.assignmentIds[number - 1] ?? ''
  const director = await reviewer(house, town.people.sato)
  for (const number of [1, 2, 3]) await director.accept(await submitByRow(house, task(number), town.people.hana))
  await submitByRow(house, task(4), town.people.ken)
  await at('2026-11-02T03:00:00Z')
  await closeMonth(house, town, '2026-10')
})
afterAll(async () => {
  await expectChecksHold(house, checks)
  await house.close()
})

async function at(instant: string): Promise<void> {
  house.clock.moveTo(new Date(instant))
  if (town === undefined) return
  office = await asPerson(house, town.people.office)
  payroll = await asPerson(house, town.people.payroll)
}
const october = { params: { month: '2026-10' } }
const transfers = async () => (await payroll(getTransfers, october)).answer
const passbook = {
  by: 'bank' as const,
  bankCode: '0143',
  branchCode: '433',
  kind: 'ordinary' as const,
  number: '12345',
}

type Change = RequestOf<typeof changeMyBankAccount>['body']
async function changeOwn(who: 'hana' | 'sato', changed: Partial<Change> = {}) {
  const body = { account: passbook, holder: 'かの はな', password: townPassword, ...changed }
  return (await asPerson(house, town.people[who]))(changeMyBankAccount, { body })
}

it('people say where they are paid with their password; it is shown by three digits, told by mail and sealed', async () => {
  await givePassword(house, town.people.hana)
  expect(codeOf(await changeOwn('hana', { password: 'x' }))).toBe('password.wrong')
  expect(codeOf(await changeOwn('hana', { holder: '鹿野 花' }))).toBe('bank_account.holder_kanji')
  expect(codeOf(await changeOwn('hana', { holder: 'ヲガワ' }))).toBe('bank_account.holder_wo')
  expect(codeOf(await changeOwn('hana', { account: { ...passbook, branchCode: '000' } }))).toBe(
    'bank_account.no_branch',
  )
  expect(codeOf(await changeOwn('hana', { account: { by: 'yucho', sign: '99999', number: '1' } }))).toBe(
    'bank_account.no_yucho',
  )
  expect((await changeOwn('hana')).status).toBe(200)
  const hana = await asPerson(house, town.people.hana)
  const found = (await hana(listBanks, { query: { search: '八十二' } })).answer.banks[0]
  expect(found).toMatchObject({ code: '0143', name: '八十二長野' })
  const { branches } = (await hana(listBranches, { params: { bankCode: '0143' }, query: { search: 'しおじり' } }))
    .answer
  expect(branches[0]).toMatchObject({ code: '433', name: '塩尻' })
  expect((await hana(getMyBankAccount)).answer).toMatchObject({
    current: { bank: { name: '八十二長野' }, branch: { name: '塩尻' }, numberTail: '345', holderKana: 'ｶﾉ ﾊﾅ' },
    waiting: null,
  })
  const { rows } = house.world.db
  const [kept] = await rows.bankAccount.findMany()
  expect(kept?.sealedNumber).toMatch(/^s1:/)
  expect(await rows.mail.count({ where: { kind: 'bank_account_changed' } })).toBe(1)
  expect(JSON.stringify(await rows.event.findMany())).not.toContain('0012345')
})

it('what staff enter for somebody waits until a colleague agrees', async () => {
  const request = {
    params: { personId: town.people.ken },
    body: { account: { by: 'yucho' as const, sign: '１１１８０', number: '1234 5671' }, holder: 'ケン' },
  }
  // Refused, it never holds and another can be entered.
  await office(enterBankAccount, request)
  const mistaken = (await payroll(listBankAccounts)).answer.waiting[0]?.id ?? ''
  expect((await payroll(refuseBankAccount, { params: { accountId: mistaken } })).status).toBe(200)
  expect((await office(enterBankAccount, request)).status).toBe(200)
  expect(codeOf(await payroll(enterBankAccount, request))).toBe('bank_account.waiting')
  const { waiting, missing } = (await payroll(listBankAccounts)).answer
  expect(waiting).toMatchObject([{ person: { id: town.people.ken }, can: { agree: true, refuse: true } }])
  expect(missing.map(({ id }) => id).sort()).toEqual([town.people.ken, town.people.sato].sort())
  const params = { accountId: waiting[0]?.id ?? '' }
  expect(codeOf(await office(agreeBankAccount, { params }))).toBe('bank_account.own_entry')
  expect((await payroll(agreeBankAccount, { params })).status).toBe(200)
  expect(codeOf(await payroll(agreeBankAccount, { params }))).toBe('bank_account.decided')
  const ken = await asPerson(house, town.people.ken)
  expect((await ken(getMyBankAccount)).answer.current).toMatchObject({
    ...{ bank: { code: '9900' }, branch: { code: '118' }, numberTail: '567' },
  })
})

it('a run is prepared by one and approved by another, however many try at once; only then is there a file, the same for ever', async () => {
  expect(codeOf(await payroll(prepareTransfers, { ...october, body: { transferOn: '2026-11-25' } }))).toBe(
    'transfer.no_payer',
  )
  const habits = { newline: 'crlf', manner: '7', clearing: '0000' } as const
  const bank = { bankCode: '0143', branchCode: '433', kind: 'ordinary', number: '7654321' } as const
  const payer = { payerCode: '1234567890', nameKana: 'ザイ)テスト', ...bank, ...habits, version: 0 }
  await payroll(changePayerAccount, { body: payer })
  // Whoever read before that changes nothing.
  const stale = await payroll(changePayerAccount, { body: { ...payer, number: '1111111' } })
  expect(stale.refusal).toEqual({ code: 'version.stale', facts: { read: 0, now: 1 } })
  expect((await office(getPayerAccount)).answer.account).toMatchObject({
    bank: { name: '八十二長野' },
    numberTail: '321',
  })
  expect(await transfers()).toMatchObject({
    ...{ isClosed: true, payOn: '2026-11-25', transferOn: '2026-11-25', ready: { people: 2, totalYen: 545 } },
    left: [{ person: { id: town.people.sato }, amountYen: 79, why: 'no_account' }],
    can: { prepare: true },
  })
  expect(codeOf(await payroll(prepareTransfers, { ...october, body: { transferOn: '2026-11-23' } }))).toBe(
    'transfer.bank_closed',
  )
  expect(codeOf(await payroll(prepareTransfers, { ...october, body: { transferOn: '2026-10-30' } }))).toBe(
    'transfer.past',
  )
  const prepare = () => payroll(prepareTransfers, { ...october, body: { transferOn: '2026-11-25' } })
  const prepared = await Promise.all([prepare(), prepare(), prepare()])
  expect(prepared.map(({ status }) => status).sort()).toEqual([200, 422, 422])

  const run = (await transfers()).runs[0]
  const params = { runId: run?.id ?? '' }
  expect(run).toMatchObject({ state: 'prepared', people: 2, totalYen: 545, fileSha256: null, can: { approve: false } })
  expect(codeOf(await payroll(approveTransfers, { params }))).toBe('transfer.own_run')
  expect((await fileOf(params.runId)).status).toBe(409)
  const approved = await Promise.all(Array.from({ length: 4 }, () => office(approveTransfers, { params })))
  expect(approved.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])

  const [first, again] = [await fileOf(params.runId), await fileOf(params.runId)]
  expect(first.bytes).toEqual(again.bytes)
  expect(createHash('sha256').update(first.bytes).digest('hex')).toBe((await transfers()).runs[0]?.fileSha256)
  expect(new TextDecoder('shift_jis').decode(first.bytes).split('\r\n')).toMatchSnapshot()
})

it('is noted as executed on its day, and posted to the yen', async () => {
  const runId = (await transfers()).runs[0]?.id ?? ''
  expect(codeOf(await payroll(executeTransfers, { params: { runId } }))).toBe('transfer.too_early')
  await at('2026-11-25T03:00:00Z')
  expect((await payroll(executeTransfers, { params: { runId } })).status).toBe(200)
  expect(codeOf(await payroll(executeTransfers, { params: { runId } }))).toBe('transfer.wrong_state')
  expect(codeOf(await payroll(withdrawTransfers, { params: { runId }, body: { reason: 'x' } }))).toBe(
    'transfer.wrong_state',
  )
})

it('what the bank gives back is owed again and goes out in the next run, with who had no account before', async () => {
  const sent = (await transfers()).runs[0]?.transfers.find(({ person }) => person.id === town.people.hana)
  const back = { params: { transferId: sent?.id ?? '' }, body: { reason: '口座名義相違' } }
  expect((await payroll(returnTransfer, back)).status).toBe(200)
  expect(codeOf(await payroll(returnTransfer, back))).toBe('transfer.not_sent')
  // Hana is told at once, and nothing goes to that account before somebody has looked at it.
  expect(await house.world.db.rows.mail.count({ where: { kind: 'transfer_returned' } })).toBe(1)
  expect((await transfers()).left).toContainEqual(
    expect.objectContaining({ person: expect.objectContaining({ id: town.people.hana }), why: 'came_back' }),
  )
  const hers = await asPerson(house, town.people.hana)
  const statementId = (await hers(listStatements)).answer.statements[0]?.id ?? ''
  const paymentOf = async () => (await hers(getStatement, { params: { statementId } })).answer.payment
  expect(await paymentOf()).toEqual({ state: 'returned', on: '2026-11-25', returnReason: '口座名義相違' })
  // Not paid after all: due all the same, and named as unpaid until it is sent again.
  const paidYears = async () => (await (await asPerson(house, town.people.hana))(listPaySummaries)).answer.years
  const [owed] = await paidYears()
  expect([owed?.months, owed?.unpaid.transferYen]).toEqual([1, owed?.transferYen])
  await givePassword(house, town.people.sato)
  await changeOwn('hana', { holder: 'カノ　ハナコ' })
  await changeOwn('sato', { holder: 'サトウ' })
  expect(await transfers()).toMatchObject({ ready: { people: 2, totalYen: 488 }, left: [], transferOn: '2026-11-25' })
  const { id: given } = (await payroll(prepareTransfers, { ...october, body: { transferOn: '2026-11-26' } })).answer
  await payroll(withdrawTransfers, { params: { runId: given }, body: { reason: '日を変えます' } })
  const { id: runId } = (await payroll(prepareTransfers, { ...october, body: { transferOn: '2026-11-27' } })).answer
  await office(approveTransfers, { params: { runId } })
  await at('2026-11-27T03:00:00Z')
  await payroll(executeTransfers, { params: { runId } })
  const { runs, ready, left } = await transfers()
  expect([ready.people, left]).toEqual([0, []])
  expect(await paidYears()).toMatchObject([{ year: '2026', months: 1, unpaid: { transferYen: 0 } }])
  expect(
    (await (await asPerson(house, town.people.hana))(getStatement, { params: { statementId } })).answer.payment,
  ).toMatchObject({ state: 'sent', on: '2026-11-27' })
  expect(runs.map(({ state, people }) => [state, people])).toEqual([
    ['executed', 2],
    ['withdrawn', 2],
    ['executed', 2],
  ])
  // Hana's new account, and sato's first.
  expect(runs[0]?.transfers.map(({ isFirst }) => isFirst)).toEqual([true, true])
  expect(await ledgerTable(house)).toMatchSnapshot()
})

async function fileOf(runId: string): Promise<{ status: number; bytes: Uint8Array }> {
  const response = await fetch(`${house.url}${downloadTransfers.path.replace(':runId', runId)}`, {
    headers: { authorization: `Bearer ${await house.tokenOf(town.people.payroll)}` },
  })
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
}
