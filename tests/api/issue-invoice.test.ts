import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checks } from '../../api/src/invoices/invoices-checks.ts'
import { checks as ledgerChecks } from '../../api/src/ledger/ledger-checks.ts'
import { acceptDelivery } from '../../kit/contract/deliveries.ts'
import {
  changeClientTerms,
  changeInvoiceIssuer,
  correctInvoice,
  downloadInvoice,
  getClientTerms,
  getInvoice,
  getInvoiceIssuer,
  issueInvoice,
  listBillables,
  listInvoices,
} from '../../kit/contract/invoices.ts'
import { makeDeliveredOrder } from '../support/accepted-order.ts'
import { type Ask, asPerson } from '../support/ask.ts'
import { brokenSentences } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { ledgerTable } from '../support/ledger-table.ts'
import { pdfText } from '../support/pdf-text.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let office: Ask
let payroll: Ask
let client: Ask
let rival: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
})
afterAll(async () => {
  expect(await brokenSentences(house, [...checks, ...ledgerChecks])).toEqual({})
  await house.close()
})

async function at(instant: string): Promise<void> {
  house.clock.moveTo(new Date(instant))
  const [first, second, third, fourth] = await Promise.all(
    (['office', 'payroll', 'client', 'rival'] as const).map((who) => asPerson(house, town.people[who])),
  )
  office = first as Ask
  payroll = second as Ask
  client = third as Ask
  rival = fourth as Ask
}

/** An order the client accepts today at this price, tax exclusive. */
async function sell(priceYen: number): Promise<string> {
  const { orderId, quoteId, deliveryId } = await makeDeliveredOrder(house, town, { images: 1, unitsPerTask: 1 })
  const taxYen = Math.floor(priceYen / 10)
  await house.world.db.rows.quote.update({ where: { id: quoteId }, data: { priceYen, taxYen } })
  expect((await client(acceptDelivery, { params: { deliveryId } })).status).toBe(200)
  return orderId
}

const issuer = {
  validFrom: '2026-01-01',
  name: 'つむぎ振興公社',
  nameEn: 'Tsumugi Corporation',
  registrationNumber: ' t7-1234-5678-9012',
  address: '長野県北町1-1',
  contact: 'office@example.jp',
  bankAccount: '八十二長野銀行 塩尻支店 普通 1234567',
  rounding: 'floor' as const,
}
const bill = (closingOn: string) => payroll(issueInvoice, { body: { clientId: town.clientId, closingOn } })
async function textOf(invoiceId: string, language?: 'ja' | 'en') {
  const { token } = { token: await house.tokenOf(town.people.client) }
  const query = language === undefined ? '' : `?language=${language}`
  const response = await fetch(`${house.url}${downloadInvoice.path.replace(':invoiceId', invoiceId)}${query}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(response.status).toBe(200)
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { bytes, text: (await pdfText(bytes)).join('') }
}

describe('an invoice', () => {
  it('bills what was accepted by the closing day, its tax rounded once; the client sees and takes it', async () => {
    await at('2026-10-20T03:00:00Z')
    for (let each = 0; each < 3; each += 1) await sell(105)
    await at('2026-10-31T15:30:00Z')
    await sell(1_000)

    // Without the issuer nothing is issued; a wrong check digit is refused.
    const before = (await payroll(listBillables)).answer
    expect(before).toMatchObject({ issuerMissing: true, clients: [{ closingOn: '2026-10-31', dueOn: '2026-11-30' }] })
    expect((await bill('2026-10-31')).refusal?.code).toBe('invoice.issuer_missing')
    const wrong = { ...issuer, version: 0, registrationNumber: 'T1234567890123' }
    expect((await office(changeInvoiceIssuer, { body: wrong })).refusal?.code).toBe('invoice_issuer.wrong_number')
    expect((await payroll(changeInvoiceIssuer, { body: { ...issuer, version: 0 } })).status).toBe(403)
    await office(changeInvoiceIssuer, { body: { ...issuer, version: 0 } })
    // Two in the office at once: the second sees first what the first one saved.
    const both = [1, 1].map((version) => office(changeInvoiceIssuer, { body: { ...issuer, version } }))
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 412])
    expect((await payroll(getInvoiceIssuer)).answer).toMatchObject({
      issuer: { name: issuer.name },
      can: { change: false },
    })

    expect((await payroll(listBillables)).answer.clients).toMatchObject([
      {
        netYen: 315,
        taxYen: 31,
        totalYen: 346,
        later: { orders: 1, netYen: 1_000 },
        next: { closingOn: '2026-11-30', dueOn: '2026-12-30' },
        today: { dueOn: '2026-12-30', totalYen: 1_446 },
      },
    ])
    expect((await bill('2026-11-30')).refusal?.code).toBe('invoice.day_to_come')
    const { answer } = await bill('2026-10-31')
    expect(answer.number).toBe('INV-000001')
    expect((await bill('2026-10-31')).refusal?.code).toBe('invoice.nothing_to_bill')

    const seen = (await client(getInvoice, { params: { invoiceId: answer.id } })).answer
    expect(seen).toMatchObject({
      registrationNumber: 'T7123456789012',
      dueOn: '2026-11-30',
      netYen: 315,
      taxYen: 31,
      totalYen: 346,
      rates: [{ rateBp: 1000, netYen: 315, taxYen: 31 }],
      can: { correct: false },
    })
    expect((await rival(getInvoice, { params: { invoiceId: answer.id } })).status).toBe(404)
    expect((await rival(listInvoices)).answer.rows).toEqual([])
    expect((await client(listInvoices)).answer.rows.map(({ number }) => number)).toEqual(['INV-000001'])
    // All six items, in both languages.
    const { text, bytes } = await textOf(answer.id)
    for (const item of [
      'つむぎ振興公社',
      'T7123456789012',
      '2026/10/20–2026/10/31',
      '血球画像の枠づけ',
      '10%対象計（税抜）315',
      '消費税（10%）31',
      '北自動車御中',
    ]) {
      expect(text).toContain(item)
    }
    expect((await textOf(answer.id)).bytes).toEqual(bytes)
    const english = (await textOf(answer.id, 'en')).text
    expect(english).toContain('Consumptiontax(10%)31')
    // In the other language under our name in that language, as it was said when the invoice was issued.
    expect(english).toContain('TsumugiCorporation')
    expect(english).not.toContain('つむぎ振興公社')
    expect((await ledgerTable(house)).split('\n').filter((line) => line.includes('invoice_issued'))).toHaveLength(2)
  })

  it('is made once, however many try at the same time, and numbers have no gaps', async () => {
    await at('2026-11-10T03:00:00Z')
    const tries = await Promise.all([1, 2, 3].map(() => bill('2026-11-10')))
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const { rows } = await payroll(listInvoices).then(({ answer }) => answer)
    expect(rows.map(({ number }) => number)).toEqual(['INV-000002', 'INV-000001'])
  })

  it('is billed by the terms in force, which change from a day on and stay on record', async () => {
    const terms = {
      closingDay: 20,
      payMonths: 1,
      payDay: 10,
      paysBefore: false,
      addressee: '髙﨑𠮷野家株式会社 経理部',
      address: '長野県松本市1-1',
      language: 'en' as const,
      payerNames: ['ｶ)ﾀｶｻｷﾖｼﾉﾔ'],
    }
    const params = { clientId: town.clientId }
    await payroll(changeClientTerms, { params, body: { validFrom: '2026-11-15', ...terms, version: 0 } })
    await payroll(changeClientTerms, {
      params,
      body: { validFrom: '2027-06-01', ...terms, closingDay: 10, version: 1 },
    })
    expect(
      (
        await payroll(changeClientTerms, {
          params: { clientId: town.partnerId },
          body: { validFrom: '2026-11-15', ...terms, version: 0 },
        })
      ).status,
    ).toBe(404)
    const stale = { validFrom: '2026-12-01', ...terms, version: 1 }
    expect((await payroll(changeClientTerms, { params, body: stale })).refusal).toEqual({
      code: 'version.stale',
      facts: { read: 1, now: 2 },
    })
    expect((await payroll(getClientTerms, { params })).answer).toMatchObject({ terms: { closingDay: 31 }, version: 2 })
    await at('2026-11-18T03:00:00Z')
    await sell(33_333)
    await at('2026-11-21T03:00:00Z')
    expect((await payroll(getClientTerms, { params })).answer).toMatchObject({
      terms: { closingDay: 20 },
      history: [{ closingDay: 10 }, { closingDay: 20 }],
    })
    const { answer } = await bill('2026-11-20')
    const { rows } = (await payroll(listInvoices)).answer
    expect(rows[0]).toMatchObject({ number: 'INV-000003', dueOn: '2026-12-10', totalYen: 36_666 })
    const { text } = await textOf(answer.id)
    expect(text).toContain('髙﨑𠮷野家株式会社経理部')
    expect(text).toContain('Registrationnumber')
  })

  it('is corrected by its next version, which refers to it; the old one stays as it was', async () => {
    const id = (await payroll(listInvoices)).answer.rows[0]?.id ?? ''
    const params = { invoiceId: id }
    const before = await textOf(id)
    const { lines } = (await payroll(getInvoice, { params })).answer
    const orderId = lines[0]?.order.id ?? ''
    const less = { orderId, description: '数量の訂正', netYen: -333 }
    expect((await client(correctInvoice, { params, body: { reason: 'x', adjustments: [less] } })).status).toBe(403)
    expect((await payroll(correctInvoice, { params, body: { reason: 'x', adjustments: [] } })).refusal?.code).toBe(
      'invoice.nothing_to_correct',
    )
    expect(
      (await payroll(correctInvoice, { params, body: { reason: 'x', adjustments: [{ ...less, netYen: -33_334 }] } }))
        .refusal?.code,
    ).toBe('invoice.below_zero')
    const { answer } = await payroll(correctInvoice, { params, body: { reason: '数量の誤り', adjustments: [less] } })
    expect(answer.number).toBe('INV-000003-2')
    expect((await payroll(correctInvoice, { params, body: { reason: 'x', adjustments: [less] } })).refusal?.code).toBe(
      'invoice.superseded',
    )
    const corrected = (await client(getInvoice, { params: { invoiceId: answer.id } })).answer
    expect(corrected).toMatchObject({
      netYen: 33_000,
      taxYen: 3_300,
      totalYen: 36_300,
      versions: [{ number: 'INV-000003' }, { number: 'INV-000003-2' }],
    })
    expect((await textOf(answer.id, 'ja')).text).toContain('INV-000003を次のとおり修正いたします')
    expect((await textOf(id)).bytes).toEqual(before.bytes)
    const documents = await house.world.db.rows.document.findMany({
      where: { kind: 'invoice' },
      orderBy: { id: 'asc' },
    })
    expect(documents.at(-1)).toMatchObject({
      number: 'INV-000003-2',
      supersedesId: documents.at(-2)?.id,
      amountYen: 36_300,
    })
  })

  it('goes to the client’s people by mail, with its PDF; so does its correction', async () => {
    const mails = await house.world.db.rows.mail.findMany({ where: { kind: 'invoice_issued' }, orderBy: { id: 'asc' } })
    const told = mails.map(({ toAddress, subject, fileName }) => [toAddress, subject, fileName])
    expect(told[0]).toEqual(['client@example.jp', 'つむぎ ご請求書 INV-000001', 'INV-000001.pdf'])
    expect(told).toContainEqual(['client@example.jp', 'つむぎ 修正したご請求書 INV-000003-2', 'INV-000003-2.pdf'])
    expect(new Set(mails.map(({ toAddress }) => toAddress))).toEqual(new Set(['client@example.jp']))
  })
})
