import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../api/src/kernel/ids.ts'
import { postEntries, postEntry, postRevenue } from '../../api/src/ledger/public.ts'
import { brokenSentences, reviewAndLedgerChecks } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { ledgerTable } from '../support/ledger-table.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let order: RunningOrder

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
})
beforeEach(async () => {
  order = await makeRunningOrder(house, town, { images: 8, unitsPerTask: 4 })
})
afterAll(() => house.close())

async function payOf(orderId: string) {
  const postings = await house.world.db.rows.ledgerPosting.findMany({ where: { orderId }, orderBy: { id: 'asc' } })
  return postings.map(({ account, amountYen, personId }) => [account, Number(amountYen), personId])
}

test('an entry is posted once per cause, whoever calls again and however much they name', async () => {
  const { orderId } = order
  const at = house.clock.now()
  const entry = (amountYen: number) => ({
    cause: 'assignment_accepted' as const,
    causeId: order.assignmentIds[1] ?? '',
    orderId,
    at,
    postings: [
      { account: 'worker_pay' as const, amountYen, orderId },
      {
        account: 'payable' as const,
        amountYen: -amountYen,
        personId: town.people.ken,
        orderId,
        receivedOn: '2026-11-20',
        assignmentId: order.assignmentIds[1] ?? '',
      },
    ],
  })
  const post = (amountYen: number) => house.world.db.transact((tx) => postEntry(tx, entry(amountYen)))
  const posted = await Promise.all([post(120), post(120), post(120), post(120)])
  expect(posted.filter(Boolean)).toHaveLength(1)
  expect(await post(999)).toBe(false)
  expect(await payOf(orderId)).toEqual([
    ['worker_pay', 120, null],
    ['payable', -120, town.people.ken],
  ])
})

test('a thousand entries go in one statement, and only those that are new', async () => {
  const { orderId } = order
  const entries = Array.from({ length: 1000 }, (_, index) => ({
    cause: 'review_done' as const,
    causeId: newId(),
    orderId,
    at: house.clock.now(),
    postings: [
      { account: 'review_pay' as const, amountYen: index + 1, orderId },
      {
        account: 'payable' as const,
        amountYen: -index - 1,
        personId: town.people.ken,
        orderId,
        receivedOn: '2026-11-20',
      },
    ],
  }))
  const post = (some: typeof entries) => house.world.db.transact((tx) => postEntries(tx, some))
  expect(await post(entries.slice(0, 400))).toBe(400)
  // two processes post what overlaps at the same moment, in opposite orders
  const both = await Promise.all([post(entries.slice(0, 800)), post(entries.slice(300).reverse())])
  expect(both[0] + both[1]).toBe(600)
  expect(await payOf(orderId)).toHaveLength(2000)
})

test('revenue is posted once per order, however many deliveries are accepted', async () => {
  const sale = { orderId: order.orderId, clientId: town.clientId, priceYen: 480, taxYen: 48, at: house.clock.now() }
  const post = () => house.world.db.transact((tx) => postRevenue(tx, sale))
  expect([await post(), await post()]).toEqual([true, false])
  expect((await payOf(order.orderId)).map(([account, amount]) => [account, amount])).toEqual([
    ['receivable', 528],
    ['revenue', -480],
    ['tax_received', -48],
  ])
  expect(await ledgerTable(house)).toMatch(/receivable +528 +Kita Motors/)
})

test('the data checks speak of pay that no acceptance explains', async () => {
  expect(Object.keys(await brokenSentences(house, reviewAndLedgerChecks))).toEqual([
    'every pay entry belongs to an accepted assignment',
    'every review pay entry belongs to an accepting review, and goes to its reviewer',
  ])
})
