import { afterAll, beforeAll, expect, test } from 'vitest'
import { toCp932 } from '../../api/src/kernel/cp932.ts'
import { checks as ledgerChecks } from '../../api/src/ledger/ledger-checks.ts'
import { checks as payChecks } from '../../api/src/pay/pay-checks.ts'
import { checks as transferChecks } from '../../api/src/transfers/transfers-checks.ts'
import { confirmDepositImport, getDepositImport, importDeposits } from '../../kit/contract/deposits.ts'
import { changeInvoiceIssuer, issueInvoice } from '../../kit/contract/invoices.ts'
import { asPerson, upload } from '../support/ask.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { ledgerTable } from '../support/ledger-table.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { openPayDesk, staySignedIn } from '../support/pay-desk.ts'
import { makeSoldOrder } from '../support/sold-order.ts'
import { makeTown, type Town } from '../support/town.ts'
import { openDesk } from '../support/work-desk.ts'

let house: House
let town: Town

beforeAll(async () => {
  house = await openHouse({ accessTokenSeconds: 365 * 86_400 })
  house.clock.moveTo(new Date('2026-11-20T03:00:00Z'))
  town = await makeTown(house)
})
afterAll(() => house.close())

test('a whole month: work, pay beside it, the close, the bank, the tax office, an invoice and its deposit', async () => {
  const order = await makeRunningOrder(house, town, { images: 6, unitsPerTask: 2 })
  const desk = await openDesk(house, town, order)
  const pay = await openPayDesk(house, town)
  // hana's is accepted, ken's is still unreviewed at the close, mori's was sent back once and is mended by the reviewer.
  for (const [task, who] of [
    [0, 'hana'],
    [1, 'ken'],
    [2, 'mori'],
  ] as const) {
    expect([await desk.claim(task, who), await desk.submit(task, who)]).toEqual([200, 200])
  }
  expect(await desk.accept(0, 'sato')).toBe(200)
  expect([await desk.sendBack(2, 'sato'), await desk.resume(2), await desk.submit(2)]).toEqual([200, 200, 200])
  expect(await desk.fix(2, 'sato')).toBe(200)
  expect(await pay.add('hana', 1_000, 'bonus')).toBe(200)
  expect(await pay.add('ken', 30_000, 'design')).toBe(200)
  expect(await pay.add('hana', -100, 'correction')).toBe(200)
  const [payroll, office] = [await asPerson(house, town.people.payroll), await asPerson(house, town.people.office)]
  const us = { name: 'つむぎ振興公社', nameEn: 'Tsumugi', address: 'x', contact: 'x', bankAccount: 'x' }
  const number = { registrationNumber: 'T7123456789012', rounding: 'floor' as const, validFrom: '2026-01-01' }
  void (await office(changeInvoiceIssuer, { body: { ...us, ...number, version: 0 } })).answer
  for (let each = 0; each < 3; each++) await makeSoldOrder(house, town, 105)
  void (await payroll(issueInvoice, { body: { clientId: town.clientId, closingOn: '2026-11-20' } })).answer
  house.clock.advance(86_400)
  const list = toCp932('年月日,お引出し,お預入れ,お取り扱い内容,残高\r\n2026/11/21,,346,振込 ｷﾀｼﾞﾄﾞｳｼﾔ,1').bytes
  const { answer } = await upload(house, town.people.payroll, importDeposits, {}, { name: '11月.csv', bytes: list })
  const params = { importId: answer.id }
  const [deposit] = (await payroll(getDepositImport, { params })).answer.deposits
  const matched = { depositId: deposit?.id ?? '', clientId: town.clientId, feeYen: 0 }
  void (await payroll(confirmDepositImport, { params, body: { matches: [matched] } })).answer
  await staySignedIn(house)

  expect(await pay.turn()).toBe(200)
  expect(await pay.giveBack('hana')).toBe(200)
  expect(await pay.send()).toBe(200)
  expect(await pay.payTax()).toBe(200)
  // The review comes late, and pays its author nothing more.
  expect(await desk.accept(1, 'sato')).toBe(200)
  expect(await ledgerTable(house)).toMatchSnapshot()
  await expectChecksHold(house, [...ledgerChecks, ...payChecks, ...transferChecks])
})
