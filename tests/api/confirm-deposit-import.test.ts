import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checks } from '../../api/src/deposits/deposits-checks.ts'
import { checks as invoiceChecks } from '../../api/src/invoices/invoices-checks.ts'
import { toCp932 } from '../../api/src/kernel/cp932.ts'
import { checks as ledgerChecks } from '../../api/src/ledger/ledger-checks.ts'
import {
  confirmDepositImport,
  discardDepositImport,
  getAgeing,
  getDepositImport,
  importDeposits,
  listDeposits,
  matchDeposit,
  sendReminder,
  useAdvance,
} from '../../kit/contract/deposits.ts'
import {
  changeClientTerms,
  changeInvoiceIssuer,
  correctInvoice,
  getInvoice,
  issueInvoice,
  listInvoices,
} from '../../kit/contract/invoices.ts'
import { getLedger } from '../../kit/contract/ledger.ts'
import { getPayMonth } from '../../kit/contract/pay.ts'
import { type Ask, asPerson, upload } from '../support/ask.ts'
import { closeMonth } from '../support/close-month.ts'
import { brokenSentences } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeSoldOrder } from '../support/sold-order.ts'
import { makeTown, type Town } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let payroll: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
})
afterAll(async () => {
  expect(await brokenSentences(house, [...checks, ...invoiceChecks, ...ledgerChecks])).toEqual({})
  await house.close()
})

async function at(instant: string): Promise<void> {
  house.clock.moveTo(new Date(instant))
  payroll = await asPerson(house, town.people.payroll)
}
/** Bills a client for one order of this price; answers the invoice's number. */
async function bill(priceYen: number, closingOn: string, clientId = town.clientId) {
  await makeSoldOrder(house, town, priceYen, clientId)
  return (await payroll(issueInvoice, { body: { clientId, closingOn } })).answer.number
}
const csv = (lines: string[]) => toCp932(['年月日,お引出し,お預入れ,お取り扱い内容,残高', ...lines].join('\r\n')).bytes
const send = (name: string, bytes: Uint8Array) =>
  upload(house, town.people.payroll, importDeposits, {}, { name, bytes })
async function look(importId: string) {
  return (await payroll(getDepositImport, { params: { importId } })).answer
}
async function balance(account: string) {
  const { balances } = (await payroll(getLedger)).answer
  return balances.find((each) => each.account === account)?.amountYen
}
const open = async () =>
  (await payroll(listInvoices, { query: { unpaid: 'true' } })).answer.rows.map(({ number, openYen, state }) => [
    number,
    openYen,
    state,
  ])

const list = [
  'R8.12.01,,"109,340",振込 ｷﾀｼﾞﾄﾞｳｼﾔ(ｶ,1',
  'R8.12.01,"550",,手数料,1',
  'R8.12.02,,"5,000",ﾀﾞﾚｶ,1',
  'R8.12.02,,"22,000",振込 ｷﾀｼﾞﾄﾞｳｼﾔ(ｶ,1',
]

describe('a bank’s list', () => {
  it('is looked at before it is booked: by name, less a fee, in part; the same file twice is refused', async () => {
    await at('2026-11-10T03:00:00Z')
    const office = await asPerson(house, town.people.office)
    const us = { name: 'つむぎ振興公社', nameEn: 'Tsumugi', address: 'x', contact: 'x', bankAccount: 'x' }
    await office(changeInvoiceIssuer, {
      body: { validFrom: '2026-01-01', ...us, registrationNumber: 'T7123456789012', rounding: 'floor', version: 0 },
    })
    const days = { closingDay: 31, payMonths: 0, payDay: 30, paysBefore: true }
    const names = { addressee: '北自動車株式会社', address: '', language: 'ja' as const, payerNames: ['ｶ)ｷﾀｼﾞﾄﾞｳｼﾔ'] }
    await payroll(changeClientTerms, {
      params: { clientId: town.clientId },
      body: { validFrom: '2026-01-01', ...days, ...names, version: 0 },
    })
    expect(await bill(100_000, '2026-11-10')).toBe('INV-000001')
    expect(await bill(30_000, '2026-11-10')).toBe('INV-000002')
    expect(await bill(7_000, '2026-11-10', town.rivalClientId)).toBe('INV-000003')

    await at('2026-12-02T09:00:00Z')
    expect((await send('x.csv', Buffer.from('hello'))).refusal?.code).toBe('deposit.unreadable')
    const { id } = (await send('wrong.csv', csv(list.slice(0, 1)))).answer
    await payroll(discardDepositImport, { params: { importId: id } })
    const taken = (await send('12月.csv', csv(list))).answer
    expect(taken).toMatchObject({ deposits: 3, known: 0 })
    expect((await send('again.csv', csv(list))).refusal).toMatchObject({
      code: 'deposit.file_known',
      facts: { day: '2026-12-02' },
    })
    expect(await balance('bank')).toBe(0)

    const { deposits, can } = await look(taken.id)
    expect(can).toEqual({ confirm: true, discard: true })
    expect(
      deposits.map(({ payer, proposal }) => [payer, proposal.by, proposal.client?.id ?? null, proposal.feeYen]),
    ).toEqual([
      ['振込 ｷﾀｼﾞﾄﾞｳｼﾔ(ｶ', 'name_and_fee', town.clientId, 660],
      ['ﾀﾞﾚｶ', 'none', null, 0],
      ['振込 ｷﾀｼﾞﾄﾞｳｼﾔ(ｶ', 'name', town.clientId, 0],
    ])
    // The first pays INV-1 whole; the last pays INV-2 in part.
    expect(deposits.map(({ proposal }) => proposal.pays)).toEqual([
      [{ number: 'INV-000001', amountYen: 110_000, restYen: 0 }],
      [],
      [{ number: 'INV-000002', amountYen: 22_000, restYen: 11_000 }],
    ])
    const matches = deposits.flatMap(({ id: depositId, proposal }) =>
      proposal.client ? [{ depositId, clientId: proposal.client.id, feeYen: proposal.feeYen }] : [],
    )
    const confirm = () => payroll(confirmDepositImport, { params: { importId: taken.id }, body: { matches } })
    const twice = await Promise.all([confirm(), confirm()])
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await payroll(discardDepositImport, { params: { importId: taken.id } })).refusal?.code).toBe(
      'deposit_import.confirmed',
    )
    expect(await open()).toEqual([
      ['INV-000003', 7_700, 'open'],
      ['INV-000002', 11_000, 'partly_paid'],
    ])
    expect([await balance('bank'), await balance('bank_fee'), await balance('suspense')]).toEqual([
      136_340, 660, -5_000,
    ])
  })

  it('brings only what no list brought before; what nobody was found for is matched later, what is too much waits', async () => {
    // A longer list of the same days: equal lines are counted, so the second of two equal ones is new.
    const longer = [...list, list[2] ?? '', 'R8.12.03,,"20,000",振込 ｷﾀｼﾞﾄﾞｳｼﾔ(ｶ,1']
    const taken = (await send('longer.csv', csv(longer))).answer
    expect(taken).toMatchObject({ deposits: 2, known: 3 })
    const { deposits } = await look(taken.id)
    expect(deposits[1]?.proposal).toMatchObject({ by: 'name', advanceYen: 9_000 })
    await payroll(confirmDepositImport, {
      params: { importId: taken.id },
      body: { matches: [{ depositId: deposits[1]?.id ?? '', clientId: town.clientId, feeYen: 0 }] },
    })
    expect(await balance('advance')).toBe(-9_000)

    const waiting = (await payroll(listDeposits, { query: { unmatched: 'true' } })).answer.rows
    expect(waiting.map(({ amountYen }) => amountYen)).toEqual([5_000, 5_000])
    const [first = { id: '' }, second = { id: '' }] = waiting
    const match = (depositId: string) =>
      payroll(matchDeposit, { params: { depositId }, body: { clientId: town.rivalClientId, feeYen: 0 } })
    expect((await match(first.id)).status).toBe(200)
    expect((await match(first.id)).refusal?.code).toBe('deposit.matched')
    expect(await open()).toEqual([['INV-000003', 2_700, 'partly_paid']])
    expect((await match(second.id)).status).toBe(200)
    expect(await open()).toEqual([])
    expect([await balance('suspense'), await balance('advance')]).toEqual([0, -11_300])

    // The next invoice is paid with what was paid in advance.
    expect((await payroll(useAdvance, { params: { clientId: town.clientId } })).refusal?.code).toBe(
      'advance.nothing_to_use',
    )
    await bill(10_000, '2026-12-02')
    expect((await payroll(useAdvance, { params: { clientId: town.clientId } })).answer.usedYen).toBe(9_000)
    expect(await open()).toEqual([['INV-000004', 2_000, 'partly_paid']])
  })

  it('of an invoice that is corrected to less afterwards pays the next one, to the yen and once', async () => {
    const { rows } = (await payroll(listInvoices)).answer
    const paid = rows.find(({ number }) => number === 'INV-000001')
    const invoiceId = paid?.id ?? ''
    const orderId = (await payroll(getInvoice, { params: { invoiceId } })).answer.lines[0]?.order.id ?? ''
    const adjustments = [{ orderId, description: '数量の訂正', netYen: -500 }]
    await payroll(correctInvoice, { params: { invoiceId }, body: { reason: '数量の訂正', adjustments } })
    const before = await balance('receivable')
    const aged = async () => (await payroll(getAgeing)).answer.clients.find(({ client }) => client.id === town.clientId)
    expect(await aged()).toMatchObject({ openYen: 2_000, advanceYen: 550 })
    const use = () => payroll(useAdvance, { params: { clientId: town.clientId } })
    const used = await Promise.all([use(), use()])
    expect(used.map((each) => each.refusal?.code ?? each.answer.usedYen).sort()).toEqual([
      550,
      'advance.nothing_to_use',
    ])
    expect(await aged()).toMatchObject({ openYen: 1_450, advanceYen: 0 })
    expect(await balance('receivable')).toBe(before)
  })
})

describe('a client who pays late', () => {
  it('is aged and reminded, and nobody’s pay waits for it', async () => {
    const order = await makeRunningOrder(house, town, { images: 4, unitsPerTask: 4, unitPayYen: 100 })
    const review = await reviewer(house, town.people.sato)
    await review.accept(await submitByRow(house, order.assignmentIds[0] ?? '', town.people.hana))
    await at('2027-03-15T03:00:00Z')
    const { answer } = await payroll(getAgeing)
    expect(answer.clients.find(({ client }) => client.id === town.clientId)).toMatchObject({
      to90Yen: 1_450,
      openYen: 1_450,
      remindedOn: null,
    })
    const remind = () =>
      payroll(sendReminder, { params: { clientId: town.clientId }, body: { message: 'ご確認ください。' } })
    expect((await remind()).answer.number).toMatch(/^REM-20270315-/)
    const told = await house.world.db.rows.mail.findMany({ where: { kind: 'reminder_sent' } })
    expect(told.map(({ toAddress, fileName }) => [toAddress, fileName?.slice(0, 12)])).toEqual([
      ['client@example.jp', 'REM-20270315'],
    ])
    const { clients } = (await payroll(getAgeing)).answer
    expect(clients.map(({ remindedOn }) => remindedOn).sort()).toEqual(['2027-03-15', null])
    const rival = { params: { clientId: town.rivalClientId }, body: { message: '' } }
    expect((await payroll(sendReminder, rival)).refusal?.code).toBe('reminder.nothing_overdue')

    await closeMonth(house, town, '2026-12')
    const { totals, state } = (await payroll(getPayMonth, { params: { month: '2026-12' } })).answer
    // 400 yen and 80 for the review, with tax, whatever the client still owes
    expect([state, totals.feeYen, totals.transferYen]).toEqual(['closed', 480, 528])
  })
})
