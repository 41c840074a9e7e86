import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvePayAddition, listPayAdditions } from '../../kit/contract/additions.ts'
import { confirmTermsNotice, makeTermsNotice } from '../../kit/contract/notices.ts'
import { getPayMonth, proposePayMonth } from '../../kit/contract/pay.ts'
import { explainRate, getMyRates, getRates, liftRate, raiseRate } from '../../kit/contract/rates.ts'
import { claimNextTasks } from '../../kit/contract/tasks.ts'
import { asPerson, codeOf } from '../support/ask.ts'
import { closeMonth } from '../support/close-month.ts'
import { expectChecksHold, reviewAndLedgerChecks } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let order: RunningOrder
const params = { month: '2026-10' }
const query = params

// eight tasks of 4 images at 20 yen: 80 each for 5 minutes, which is 960 an hour; 長野 asks for 1,117
beforeAll(async () => {
  house = await openHouse()
  house.clock.moveTo(new Date('2026-10-05T03:00:00Z'))
  town = await makeTown(house)
  order = await makeRunningOrder(house, town, { images: 32, unitsPerTask: 4, unitPayYen: 20 })
})
afterAll(async () => {
  await expectChecksHold(house, reviewAndLedgerChecks)
  await house.close()
})

const as = (who: TownPerson) => asPerson(house, town.people[who])
const task = (number: number) => order.assignmentIds[number - 1] ?? ''
const whose = (who: TownPerson, reason = '目安との差です') => ({
  body: { ...params, personId: town.people[who], orderId: order.orderId, reason },
})
async function work(who: TownPerson, number: number): Promise<void> {
  await (await reviewer(house, town.people.sato)).accept(await submitByRow(house, task(number), town.people[who]))
}
async function approveAll(): Promise<void> {
  const payroll = await as('payroll')
  const { additions } = (await payroll(listPayAdditions, { query: params })).answer
  for (const { id, state } of additions) {
    if (state === 'proposed') void (await payroll(approvePayAddition, { params: { additionId: id } })).answer
  }
}
async function rateOf(who: TownPerson) {
  const { rates } = (await (await as('office'))(getRates, { query })).answer
  return rates.find(({ person }) => person.id === town.people[who])
}

it('minimum wages of all 47 prefectures are known, each from its own day', async () => {
  const { rows } = house.world.db
  const on = new Date('2026-12-02')
  const wages = await rows.datedRate.findMany({
    where: {
      kind: { startsWith: 'minimum_wage_yen:' },
      validFrom: { lte: on },
      OR: [{ validTo: null }, { validTo: { gt: on } }],
    },
  })
  expect(wages).toHaveLength(47)
  expect(wages.reduce((sum, { value }) => sum + value, 0)).toBe(52_885)
  expect(
    wages.every(({ source, checkedOn }) => source !== '' && checkedOn.toISOString().startsWith('2026-11-20')),
  ).toBe(true)
  const rate = (prefecture: string) => wages.find(({ kind }) => kind.endsWith(prefecture))
  expect([rate('東京都')?.value, rate('宮崎県')?.value, rate('長野県')?.value]).toEqual([1_280, 1_085, 1_117])
  expect(rate('沖縄県')?.validFrom.toISOString().slice(0, 10)).toBe('2026-12-02')
})

it('a rate is told per person and order beside the minimum wage, with the middle and the lower quarter; a director sees their team', async () => {
  await work('hana', 1)
  await work('ken', 2)
  await submitByRow(house, task(3), town.people.ken)
  await work('mori', 4)
  const { answer } = await (await as('sato'))(getRates, { query })
  expect(answer).toMatchObject({ open: 3, kinds: [{ kind: 'image', people: 3, medianYen: 960, p25Yen: 960 }] })
  // Work that waits for its review counts too.
  expect(await rateOf('ken')).toMatchObject({
    ...{ feeYen: 160, minutes: 10, yenPerHour: 960, prefecture: '長野県', floorYen: 1_117, missingYen: 27 },
    ...{ isUnder: true, isOpen: true, waitingYen: 0, unitPayYen: 20, can: { explain: true, lift: true, raise: true } },
  })
  expect((await (await as('ueda'))(getRates, { query })).answer).toMatchObject({ open: 0, rates: [] })
  expect(codeOf(await (await as('ueda'))(explainRate, whose('hana')))).toBe('thing.not_found')
  const own = (await (await as('hana'))(getMyRates, { query })).answer.rates
  expect(own).toMatchObject([{ order: { id: order.orderId }, yenPerHour: 960, floorYen: 1_117, missingYen: 14 }])
})

it('a month is not proposed while a rate under the minimum wage has no answer: a reason closes one, a top-up another', async () => {
  house.clock.moveTo(new Date('2026-11-02T03:00:00Z'))
  const payroll = await as('payroll')
  const asked = async () =>
    (await payroll(getPayMonth, { params })).answer.questions.find(({ question }) => question === 'low_rates')
  expect(await asked()).toEqual({ question: 'low_rates', count: 3, amountYen: 0, stops: true })
  expect(codeOf(await payroll(proposePayMonth, { params }))).toBe('pay_month.low_rates')

  expect(codeOf(await (await as('mori'))(explainRate, whose('mori')))).toBe('rate.own')
  const sato = await as('sato')
  expect((await sato(explainRate, whose('mori', 'はじめての作業で、練習の時間を含みます'))).status).toBe(200)
  expect(await rateOf('mori')).toMatchObject({ isUnder: true, isOpen: false, explanation: { by: { name: 'sato' } } })

  expect((await sato(liftRate, whose('hana'))).answer).toEqual({ amountYen: 14 })
  expect(codeOf(await sato(liftRate, whose('hana')))).toBe('rate.lift_waits')
  // It counts once a second person has approved it.
  expect(await asked()).toMatchObject({ count: 2 })
  await approveAll()
  expect(await rateOf('hana')).toMatchObject({ feeYen: 94, yenPerHour: 1_128, isUnder: false, isOpen: false })
  expect(codeOf(await sato(liftRate, whose('hana')))).toBe('rate.not_under')
  expect(await asked()).toMatchObject({ count: 1 })
})

it('a raise closes it too: unpaid work brings more at once, paid work the difference, and old terms carry no claim', async () => {
  const raise = { params: { orderId: order.orderId }, body: { unitPayYen: 24, reason: '所要時間の見直し' } }
  const ken = await as('ken')
  const claim = { params: { orderId: order.orderId }, body: { teamId: town.northTeamId, count: 1 } }
  const office = await as('office')
  expect(codeOf(await office(raiseRate, { ...raise, body: { ...raise.body, unitPayYen: 20 } }))).toBe('rate.not_higher')
  // tasks 3 (waiting) and 5 to 8; hana, ken and mori were paid for one task each
  expect((await office(raiseRate, raise)).answer).toEqual({ assignments: 5, topUps: 3 })
  expect(await rateOf('ken')).toMatchObject({ feeYen: 176, isOpen: true, waitingYen: 16, unitPayYen: 24 })
  await approveAll()
  expect(await rateOf('ken')).toMatchObject({ feeYen: 192, yenPerHour: 1_152, isUnder: false })
  expect(await rateOf('mori')).toMatchObject({ yenPerHour: 1_152, isUnder: false, explanation: null })

  expect(codeOf(await ken(claimNextTasks, claim))).toBe('notice.superseded')
  const notice = (await ken(makeTermsNotice, { params: { orderId: order.orderId } })).answer
  expect(notice).toMatchObject({ kind: 'change', version: 2, body: { fee: { unitPriceYen: 24 } } })
  await ken(confirmTermsNotice, { params: { noticeId: notice.id } })
  expect((await ken(claimNextTasks, claim)).status).toBe(200)
  const claimed = await house.world.db.rows.assignment.findFirstOrThrow({ where: { state: 'claimed' } })
  expect(claimed.feeYen).toBe(96)

  await closeMonth(house, town, '2026-10')
  const { people } = (await (await as('payroll'))(getPayMonth, { params })).answer
  const feeOf = (who: TownPerson) => people.find(({ person }) => person.id === town.people[who])?.feeYen
  expect([feeOf('hana'), feeOf('ken'), feeOf('mori')]).toEqual([110, 192, 96])
})
