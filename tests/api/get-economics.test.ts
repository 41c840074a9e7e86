import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromCp932 } from '../../api/src/kernel/cp932.ts'
import { checks } from '../../api/src/ledger/ledger-checks.ts'
import { downloadJournal, getEconomics, getTrialBalance } from '../../kit/contract/books.ts'
import { acceptDelivery } from '../../kit/contract/deliveries.ts'
import { makeDeliveredOrder } from '../support/accepted-order.ts'
import { type Ask, asPerson } from '../support/ask.ts'
import { closeMonth } from '../support/close-month.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let payroll: Ask
let waiting: string
const number: Record<'sold' | 'running', number> = { sold: 0, running: 0 }

// The first is sold for 480: 8 images at 30, two tasks of 120, 24 for each review. Of the second one task of two is done.
beforeAll(async () => {
  house = await openHouse()
  house.clock.moveTo(new Date('2026-11-20T03:00:00Z'))
  town = await makeTown(house)
  payroll = await asPerson(house, town.people.payroll)
  const sold = await makeDeliveredOrder(house, town, { images: 8, unitsPerTask: 4 })
  await (await asPerson(house, town.people.client))(acceptDelivery, { params: { deliveryId: sold.deliveryId } })
  const running = await makeRunningOrder(house, town, { images: 8, unitsPerTask: 4, clientId: town.rivalClientId })
  const review = await reviewer(house, town.people.sato)
  await review.accept(await submitByRow(house, running.assignmentIds[0] ?? '', town.people.hana))
  waiting = running.assignmentIds[1] ?? ''
  number.sold = sold.number
  number.running = running.number
})
afterAll(() => house.close())

async function journal(format: 'yayoi' | 'freee'): Promise<string[]> {
  const authorization = `Bearer ${await house.tokenOf(town.people.payroll)}`
  const response = await fetch(`${house.url}${downloadJournal.path}?month=2026-11&format=${format}`, {
    headers: { authorization },
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=Shift_JIS')
  return fromCp932(new Uint8Array(await response.arrayBuffer()))
    .trimEnd()
    .split('\r\n')
}

it('says what orders earn and cost, tax that nobody gives back included, and how the others will end', async () => {
  const { rows, total } = (await payroll(getEconomics, { query: { by: 'order' } })).answer
  const [sold, running] = rows
  // 288 of pay: tax 28, credited 70 %: 19, so 9 are lost; overhead 15 %: 43
  expect(sold).toMatchObject({
    name: `T-${number.sold} 血球画像の枠づけ`,
    revenueYen: 480,
    workerPayYen: 240,
    reviewPayYen: 48,
    overheadYen: 43,
    uncreditedTaxYen: 9,
    marginYen: 140,
    forecast: null,
  })
  expect(running).toMatchObject({
    name: `T-${number.running} 血球画像の枠づけ`,
    revenueYen: 0,
    workerPayYen: 120,
    forecast: { revenueYen: 480, workerPayYen: 240, reviewPayYen: 48, overheadYen: 42 },
  })
  expect(total.workerPayYen).toBe(360)
  for (const by of ['client', 'team', 'month'] as const) {
    const grouped = (await payroll(getEconomics, { query: { by } })).answer
    expect([by, grouped.total.revenueYen, grouped.total.workerPayYen]).toEqual([by, 480, 360])
  }
  const team = (await payroll(getEconomics, { query: { by: 'team' } })).answer.rows
  expect(team).toMatchObject([{ id: town.northTeamId, revenueYen: 480, workerPayYen: 360, reviewPayYen: 72 }])
  // Whatever it is looked at by, it comes to the same.
  const totals = await Promise.all(
    (['order', 'client', 'team', 'month'] as const).map(
      async (by) => (await payroll(getEconomics, { query: { by } })).answer.total,
    ),
  )
  for (const each of totals) expect(each).toEqual(total)
  expect((await payroll(getEconomics, { query: { by: 'month', to: '2026-10' } })).answer.rows).toEqual([])
})

it('has a trial balance that is even, month after month', async () => {
  const { accounts, total } = (await payroll(getTrialBalance, { query: { month: '2026-11' } })).answer
  expect(total).toMatchObject({ openingYen: 0, closingYen: 0 })
  expect(total.debitYen).toBe(total.creditYen)
  expect(accounts.find(({ account }) => account === 'receivable')).toMatchObject({ debitYen: 528, closingYen: 528 })
  const next = (await payroll(getTrialBalance, { query: { month: '2026-12' } })).answer
  expect(next.accounts.find(({ account }) => account === 'receivable')).toMatchObject({ openingYen: 528, debitYen: 0 })
})

it('exports a month for both programs, each day and cause one even slip', async () => {
  const yayoi = (await journal('yayoi')).map((line) => line.split(','))
  expect(yayoi.every((cells) => cells.length === 25)).toBe(true)
  const sums = yayoi.reduce((sum, cells) => sum + Number(cells[8]) - Number(cells[14]), 0)
  expect(sums).toBe(0)
  expect(yayoi.map((cells) => [cells[0], cells[4], cells[10], cells[16]])).toContainEqual([
    '2110',
    '売掛金',
    '売上高',
    '検収による売上',
  ])
  const [heading, ...freee] = await journal('freee')
  expect(heading).toMatch(/^日付,伝票番号/)
  expect(freee).toHaveLength(yayoi.length)
})

it('has in a month all that was received in it, also what its close posts a day later', async () => {
  const of = async (account: string, month: string) => {
    const { accounts } = (await payroll(getTrialBalance, { query: { month } })).answer
    const { debitYen, creditYen } = accounts.find((each) => each.account === account) ?? { debitYen: -1, creditYen: -1 }
    return [debitYen, creditYen]
  }
  const before = await of('worker_pay', '2026-11')
  await submitByRow(house, waiting, town.people.hana)
  house.clock.moveTo(new Date('2026-12-01T03:00:00Z'))
  payroll = await asPerson(house, town.people.payroll)
  await closeMonth(house, town, '2026-11')
  // 120 for work nobody reviewed in time; what was owed becomes statements, with their tax.
  expect(await of('worker_pay', '2026-11')).toEqual([(before[0] ?? 0) + 120, 0])
  const [owed = 0, paid = 0] = await of('payable', '2026-11')
  expect([owed > 0, owed]).toEqual([true, paid])
  expect((await of('tax_paid', '2026-11'))[0]).toBeGreaterThan(0)
  for (const account of ['worker_pay', 'payable', 'tax_paid', 'transfer_due'])
    expect(await of(account, '2026-12')).toEqual([0, 0])
  const days = (await journal('freee')).slice(1).map((line) => line.split(',')[0])
  expect(new Set(days)).toEqual(new Set(['2026/11/20', '2026/11/30']))
  const { rows } = (await payroll(getEconomics, { query: { by: 'month' } })).answer
  expect(rows.map(({ name }) => name)).toEqual(['2026-11'])
  await expectChecksHold(house, checks)
})
