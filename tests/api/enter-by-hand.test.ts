import { afterAll, beforeAll, expect, it } from 'vitest'
import { getTrialBalance } from '../../kit/contract/books.ts'
import type { RequestOf } from '../../kit/contract/endpoint.ts'
import {
  approveHandEntry,
  listHandEntries,
  proposeHandEntry,
  refuseHandEntry,
} from '../../kit/contract/hand-entries.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { closeMonth } from '../support/close-month.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { ledgerTable } from '../support/ledger-table.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let order: RunningOrder
let office: Ask
let payroll: Ask

beforeAll(async () => {
  house = await openHouse()
  house.clock.moveTo(new Date('2026-10-20T03:00:00Z'))
  town = await makeTown(house)
  order = await makeRunningOrder(house, town, { images: 4, unitsPerTask: 4 })
  await (await reviewer(house, town.people.sato)).accept(
    await submitByRow(house, order.assignmentIds[0] ?? '', town.people.hana),
  )
  house.clock.moveTo(new Date('2026-11-20T03:00:00Z'))
  office = await asPerson(house, town.people.office)
  payroll = await asPerson(house, town.people.payroll)
})
afterAll(() => house.close())

type Proposal = RequestOf<typeof proposeHandEntry>['body']
const fee: Proposal['lines'] = [
  { account: 'bank_fee', amountYen: 880, orderId: null },
  { account: 'bank', amountYen: -880, orderId: null },
]
const propose = (changed: Partial<Proposal> = {}, by = office) =>
  by(proposeHandEntry, { body: { bookedOn: '2026-11-18', reason: '11月の振込手数料', lines: fee, ...changed } })

it('is proposed by one and approved by another, once however many try; it lies on its day in the books', async () => {
  const { id } = (await propose()).answer
  const params = { handEntryId: id }
  expect(codeOf(await office(approveHandEntry, { params }))).toBe('hand_entry.own_proposal')
  expect(await house.world.db.rows.ledgerEntry.count({ where: { cause: 'entered_by_hand' } })).toBe(0)
  expect((await payroll(listHandEntries)).answer.rows).toMatchObject([
    { id, state: 'proposed', lines: fee.map(({ orderId: _, ...line }) => line), can: { approve: true, refuse: true } },
  ])
  const answers = await Promise.all(Array.from({ length: 4 }, () => payroll(approveHandEntry, { params })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  expect(codeOf(await payroll(refuseHandEntry, { params, body: { reason: 'x' } }))).toBe('hand_entry.decided')
  const { accounts } = (await payroll(getTrialBalance, { query: { month: '2026-11' } })).answer
  expect(accounts.find(({ account }) => account === 'bank_fee')).toMatchObject({ debitYen: 880, creditYen: 0 })
})

it('can be refused or taken back with a reason; nothing is posted', async () => {
  const { id } = (await propose()).answer
  await office(refuseHandEntry, { params: { handEntryId: id }, body: { reason: '二重でした' } })
  expect((await payroll(listHandEntries)).answer.rows[0]).toMatchObject({ state: 'refused', refusal: '二重でした' })
  expect(codeOf(await payroll(approveHandEntry, { params: { handEntryId: id } }))).toBe('hand_entry.decided')
})

it('says what is wrong with a proposal; an order bears what it is named for', async () => {
  const onOrder = (orderId: string | null): Proposal['lines'] => [
    { account: 'discount', amountYen: 5, orderId },
    { account: 'bank', amountYen: -5, orderId: null },
  ]
  expect(codeOf(await propose({ lines: fee.slice(0, 1).concat({ ...fee[1]!, amountYen: -800 }) }))).toBe(
    'hand_entry.unbalanced',
  )
  expect(codeOf(await propose({ lines: onOrder(null) }))).toBe('hand_entry.order_missing')
  expect(codeOf(await propose({ lines: onOrder(town.people.hana) }))).toBe('thing.not_found')
  expect(codeOf(await propose({ bookedOn: '2026-11-21' }))).toBe('hand_entry.future')
  const payable = [{ account: 'payable', amountYen: -880, orderId: null }, fee[0]] as unknown as Proposal['lines']
  expect((await propose({ lines: payable })).status).toBe(400)
  const { id } = (await propose({ lines: onOrder(order.orderId) })).answer
  expect((await payroll(approveHandEntry, { params: { handEntryId: id } })).status).toBe(200)
})

it('a month that closed takes no more, also of what was proposed before; the opposite entry lies in an open one', async () => {
  const { id } = (await propose({ bookedOn: '2026-10-30' })).answer
  await closeMonth(house, town, '2026-10')
  expect(codeOf(await payroll(approveHandEntry, { params: { handEntryId: id } }))).toBe('hand_entry.month_closed')
  expect(codeOf(await propose({ bookedOn: '2026-10-30' }))).toBe('hand_entry.month_closed')
  const back = fee.map((line) => ({ ...line, amountYen: -line.amountYen }))
  const opposite = (await propose({ bookedOn: '2026-11-20', reason: '取り消し', lines: back }, payroll)).answer
  expect((await office(approveHandEntry, { params: { handEntryId: opposite.id } })).status).toBe(200)
  expect(await ledgerTable(house)).toMatchInlineSnapshot(`
    "cause                account        yen  who
    assignment_accepted  worker_pay     120
    assignment_accepted  payable       -120  hana
    review_done          review_pay      24
    review_done          payable        -24  sato
    entered_by_hand      bank_fee       880
    entered_by_hand      bank          -880
    entered_by_hand      discount         5
    entered_by_hand      bank            -5
    statement_made       payable        120  hana
    statement_made       tax_paid        12
    statement_made       transfer_due  -132  hana
    statement_made       payable         24  sato
    statement_made       tax_paid         2
    statement_made       transfer_due   -26  sato
    entered_by_hand      bank_fee      -880
    entered_by_hand      bank           880
    sum                                   0"
  `)
  await expectChecksHold(house, [
    ...(await import('../../api/src/hand-entries/hand-entries-checks.ts')).checks,
    ...(await import('../../api/src/ledger/ledger-checks.ts')).checks,
  ])
})
