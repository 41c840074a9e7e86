import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepDocuments } from '../../api/src/documents/keep-documents.ts'
import { acceptDelivery } from '../../kit/contract/deliveries.ts'
import {
  downloadDocument,
  downloadDocumentsCsv,
  downloadDocumentsZip,
  downloadStatement,
  listDocuments,
} from '../../kit/contract/documents.ts'
import type { Endpoint } from '../../kit/contract/endpoint.ts'
import { makeTermsNotice } from '../../kit/contract/notices.ts'
import { makeDeliveredOrder } from '../support/accepted-order.ts'
import { type Ask, asPerson } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeInvoice } from '../support/invoice-row.ts'
import { unzipped } from '../support/open-package.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { pdfText } from '../support/pdf-text.ts'
import { makeStatement } from '../support/statement-row.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let payroll: Ask
let client: Ask

beforeAll(async () => {
  house = await openHouse()
  house.clock.moveTo(new Date('2026-11-20T03:00:00Z'))
  town = await makeTown(house)
  payroll = await asPerson(house, town.people.payroll)
  client = await asPerson(house, town.people.client)
  const { orderId, deliveryId } = await makeDeliveredOrder(house, town, { images: 1, unitsPerTask: 1 })
  await client(acceptDelivery, { params: { deliveryId } })
  await makeInvoice(house, town.clientId, orderId)
  const running = await makeRunningOrder(house, town, { clientId: town.rivalClientId })
  const hana = await asPerson(house, town.people.hana)
  await hana(makeTermsNotice, { params: { orderId: running.orderId } })
  await makeStatement(house, town.people.hana, orderId)
  await Promise.all([keepDocuments(house.world), keepDocuments(house.world)])
})
afterAll(() => house.close())

async function fetched(endpoint: Endpoint, who: keyof Town['people'], params: Record<string, string>, query = '') {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
  const authorization = `Bearer ${await house.tokenOf(town.people[who])}`
  const response = await fetch(`${house.url}${path}${query}`, { headers: { authorization } })
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
}
const found = async (ask: Ask, query: Record<string, string>) =>
  (await ask(listDocuments, { query })).answer.rows.map(({ kind, number }) => `${kind} ${number}`).sort()

it('keeps what was agreed, delivered, told and stated, once each, and finds it by every combination', async () => {
  const all = (await payroll(listDocuments)).answer.rows
  const kinds = all.map(({ kind }) => kind).sort()
  // two agreed quotes: one of each order; hana was told the terms of both
  expect(kinds.filter((kind) => kind === 'quote')).toHaveLength(2)
  expect([...new Set(kinds)]).toEqual(['delivery_note', 'invoice', 'quote', 'statement', 'terms_notice'])
  await keepDocuments(house.world)
  expect((await payroll(listDocuments)).answer.rows).toHaveLength(all.length)

  expect(await found(payroll, { kind: 'invoice', amountMin: '1100', amountMax: '1100' })).toEqual([
    'invoice INV-000001',
  ])
  expect(await found(payroll, { kind: 'invoice', amountMin: '1101' })).toEqual([])
  expect(
    await found(payroll, { kind: 'invoice', from: '2026-11-20', to: '2026-11-20', counterparty: '北自' }),
  ).toHaveLength(1)
  expect(await found(payroll, { kind: 'invoice', from: '2026-11-21' })).toEqual([])
  expect(await found(payroll, { counterparty: '%' })).toEqual([])
  const [statement] = all.filter(({ kind }) => kind === 'statement')
  const counterparty = statement?.counterpartyName.slice(0, 2) ?? ''
  expect(await found(payroll, { counterparty, kind: 'statement', amountMin: '1100' })).toHaveLength(1)
})

it('shows a client theirs and nobody else’s', async () => {
  const theirs = await found(client, {})
  expect(theirs).toHaveLength(3)
  expect(theirs.some((each) => /statement|terms/.test(each))).toBe(false)
  const rival = await asPerson(house, town.people.rival)
  expect(await found(rival, {})).toEqual([expect.stringMatching(/^quote/)])
  const [{ id } = { id: '' }] = (await client(listDocuments, { query: { kind: 'invoice' } })).answer.rows
  expect((await fetched(downloadDocument, 'rival', { documentId: id })).status).toBe(404)
  const statement = (await payroll(listDocuments, { query: { kind: 'statement' } })).answer.rows[0]
  expect((await fetched(downloadDocument, 'client', { documentId: statement?.id ?? '' })).status).toBe(404)
  expect((await fetched(downloadDocumentsCsv, 'hana', {})).status).toBe(403)
})

it('gives each byte for byte, and all of them as CSV and ZIP', async () => {
  const { rows } = (await payroll(listDocuments)).answer
  for (const { id, sha256, kind } of rows) {
    const { bytes } = await fetched(downloadDocument, 'payroll', { documentId: id })
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    if (kind === 'quote') expect((await pdfText(bytes)).join('')).toContain('御見積書')
    if (kind === 'statement') expect((await pdfText(bytes)).join('')).toContain('¥1,100')
    if (kind === 'terms_notice') {
      const text = (await pdfText(bytes)).join('')
      for (const item of ['支払期日', '支払方法', '振込手数料は委託する人が負担する']) expect(text).toContain(item)
    }
  }
  // The person it pays takes their own statement; a colleague does not.
  const { id: statementId } = await house.world.db.rows.statement.findFirstOrThrow()
  const theirs = await fetched(downloadStatement, 'hana', { statementId, format: 'pdf' })
  expect((await pdfText(theirs.bytes)).join('')).toContain('支払明細書')
  expect((await fetched(downloadStatement, 'ken', { statementId, format: 'csv' })).status).toBe(404)
  const csv = (await fetched(downloadDocumentsCsv, 'payroll', {}, '?kind=invoice')).bytes.toString()
  expect(csv.split('\r\n')).toHaveLength(3)
  expect(csv).toContain('INV-000001')
  const zip = await unzipped((await fetched(downloadDocumentsZip, 'payroll', {})).bytes)
  expect(zip.size).toBe(rows.length + 1)
})
