import { afterAll, beforeAll, expect, test } from 'vitest'
import { postRevenue } from '../../api/src/ledger/public.ts'
import { getLedger, listLedgerEntries } from '../../kit/contract/ledger.ts'
import { asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let order: RunningOrder
let other: RunningOrder

// November: two tasks of 4 images at 30 yen for hana and ken, reviewed by sato. December: another client's task for hana;
// the first client accepts its order of 12 images at 60 yen.
beforeAll(async () => {
  house = await openHouse()
  house.clock.moveTo(new Date('2026-11-10T03:00:00Z'))
  town = await makeTown(house)
  order = await makeRunningOrder(house, town, { images: 12, unitsPerTask: 4 })
  other = await makeRunningOrder(house, town, { images: 5, unitsPerTask: 5, clientId: town.rivalClientId })
  const sato = await reviewer(house, town.people.sato)
  await sato.accept(await submitByRow(house, order.assignmentIds[0] ?? '', town.people.hana))
  await sato.accept(await submitByRow(house, order.assignmentIds[1] ?? '', town.people.ken))
  house.clock.moveTo(new Date('2026-12-03T03:00:00Z'))
  const december = await reviewer(house, town.people.sato)
  await december.accept(await submitByRow(house, other.assignmentIds[0] ?? '', town.people.hana))
  const sale = { orderId: order.orderId, clientId: town.clientId, priceYen: 720, taxYen: 72, at: house.clock.now() }
  await house.world.db.transact((tx) => postRevenue(tx, sale))
})
afterAll(() => house.close())

async function ledger(person: TownPerson, month?: string) {
  return (await asPerson(house, town.people[person]))(getLedger, { query: month === undefined ? {} : { month } })
}
async function entries(query: Record<string, string | number>) {
  const office = await asPerson(house, town.people.office)
  return (await office(listLedgerEntries, { query: query })).answer
}

test('the trial balance sums to zero, and shows every account', async () => {
  const { balances, sumYen } = (await ledger('payroll')).answer
  expect(sumYen).toBe(0)
  expect(balances).toEqual([
    { account: 'worker_pay', amountYen: 390 },
    { account: 'review_pay', amountYen: 78 },
    { account: 'payable', amountYen: -468 },
    { account: 'receivable', amountYen: 792 },
    { account: 'revenue', amountYen: -720 },
    { account: 'tax_received', amountYen: -72 },
    { account: 'general_pay', amountYen: 0 },
    { account: 'tax_paid', amountYen: 0 },
    { account: 'withheld', amountYen: 0 },
    { account: 'transfer_due', amountYen: 0 },
    { account: 'bank', amountYen: 0 },
    { account: 'bank_fee', amountYen: 0 },
    { account: 'advance', amountYen: 0 },
    { account: 'suspense', amountYen: 0 },
    { account: 'discount', amountYen: 0 },
  ])
})

test('says what is owed to whom, and by whom', async () => {
  const { payables, receivables } = (await ledger('office')).answer
  expect(payables.map(({ person, amountYen, entries: count }) => [person.name, amountYen, count])).toEqual([
    ['hana', 270, 2],
    ['ken', 120, 1],
    ['sato', 78, 3],
  ])
  expect(receivables).toEqual([{ client: { id: town.clientId, name: '北自動車' }, amountYen: 792 }])
})

test('the margin of an order is revenue less pay less overhead', async () => {
  const { orders } = (await ledger('office')).answer
  expect(orders).toEqual([
    expect.objectContaining({
      order: expect.objectContaining({ id: other.orderId }),
      revenueYen: 0,
      workerPayYen: 150,
      reviewPayYen: 30,
      overheadYen: 27,
      marginYen: -207,
    }),
    expect.objectContaining({
      order: expect.objectContaining({ id: order.orderId }),
      revenueYen: 720,
      workerPayYen: 240,
      reviewPayYen: 48,
      overheadYen: 43,
      marginYen: 389,
    }),
  ])
})

test('a month holds its own postings, and sums to zero too', async () => {
  const november = (await ledger('office', '2026-11')).answer
  const december = (await ledger('office', '2026-12')).answer
  expect([november.sumYen, december.sumYen]).toEqual([0, 0])
  expect(november.payables.map(({ person, amountYen }) => [person.name, amountYen])).toEqual([
    ['hana', 120],
    ['ken', 120],
    ['sato', 48],
  ])
  expect(november.receivables).toEqual([])
  expect(december.payables.map(({ person, amountYen }) => [person.name, amountYen])).toEqual([
    ['hana', 150],
    ['sato', 30],
  ])
})

test('lists entries newest first, page by page without gap or repeat', async () => {
  const first = await entries({ limit: 4 })
  const second = await entries({ limit: 4, cursor: first.next ?? '' })
  expect([first.rows.length, second.rows.length, second.next]).toEqual([4, 3, null])
  const ids = [...first.rows, ...second.rows].map(({ id }) => id)
  expect(new Set(ids).size).toBe(7)
  expect(first.rows[0]).toMatchObject({
    cause: 'delivery_accepted',
    order: { id: order.orderId },
    postings: [
      { account: 'receivable', amountYen: 792, person: null },
      { account: 'revenue', amountYen: -720 },
      { account: 'tax_received', amountYen: -72 },
    ],
  })
  expect(second.rows[0]?.postings.map(({ person }) => person?.name)).toContain('ken')
})

test('lists one order’s or one person’s entries', async () => {
  expect((await entries({ orderId: other.orderId })).rows).toHaveLength(2)
  const ofKen = await entries({ personId: town.people.ken })
  expect(ofKen.rows.map(({ cause, postings }) => [cause, postings.length])).toEqual([['assignment_accepted', 2]])
})

test('is for office and payroll', async () => {
  for (const person of ['hana', 'sato', 'client', 'coordinator', 'municipality'] as const) {
    expect(codeOf(await ledger(person))).toBe('permission.denied')
  }
  const office = await asPerson(house, town.people.office)
  expect(codeOf(await office(listLedgerEntries, { query: { cursor: 'bm8' } }))).toBe('request.malformed')
})
