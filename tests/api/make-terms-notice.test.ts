import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { publishManual } from '../../kit/contract/manuals.ts'
import { confirmTermsNotice, listTermsNotices, makeTermsNotice } from '../../kit/contract/notices.ts'
import { claimTask, listOffers } from '../../kit/contract/tasks.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let hana: Ask
let ken: Ask
let order: RunningOrder

beforeAll(async () => {
  house = await openHouse()
  house.clock.moveTo(new Date('2026-11-20T03:00:00Z'))
  town = await makeTown(house)
  hana = await asPerson(house, town.people.hana)
  ken = await asPerson(house, town.people.ken)
})
afterAll(() => house.close())
beforeEach(async () => {
  order = await makeRunningOrder(house, town, { dueOn: '2027-01-29', unitPayYen: 30, unitsPerTask: 4 })
})

const make = (ask: Ask) => ask(makeTermsNotice, { params: { orderId: order.orderId } })
const confirm = (ask: Ask, noticeId: string) => ask(confirmTermsNotice, { params: { noticeId } })
const claim = (ask: Ask) => ask(claimTask, { params: { assignmentId: order.assignmentIds[0] ?? '' } })
const events = () =>
  house.world.db.rows.event.findMany({
    where: { orderId: order.orderId, action: { startsWith: 'terms_notice' } },
    orderBy: { id: 'asc' },
  })

test('the notice names price, days and manual; once confirmed the first claim goes through', async () => {
  expect(codeOf(await claim(hana))).toBe('notice.required')
  const notice = (await make(hana)).answer
  expect(notice).toMatchObject({ version: 1, kind: 'initial', confirmedAt: null })
  expect(notice.body).toMatchObject({
    language: 'ja',
    orderer: { name: 'つむぎ振興公社', address: '長野県北町1-1' },
    worker: { name: 'hana', contact: 'hana@example.jp' },
    entrustedOn: '2026-11-20',
    fee: { unitPriceYen: 30, unitsPerTask: 4 },
    delivery: { due: '2027-01-29' },
    inspection: { due: '2027-02-05' },
    taxRateBp: 1000,
    closingOn: '2026-11-30',
    paymentDue: '2026-12-25',
  })
  expect(notice.body.specRefs).toHaveLength(1)
  expect(codeOf(await claim(hana))).toBe('notice.required')
  expect((await confirm(hana, notice.id)).status).toBe(200)
  expect((await claim(hana)).status).toBe(200)
  const row = await house.world.db.rows.assignment.findUniqueOrThrow({ where: { id: order.assignmentIds[0] ?? '' } })
  expect(row.termsNoticeId).toBe(notice.id)
})

test('asked again, confirmed again, on another day: the same notice, one event each', async () => {
  const first = (await make(hana)).answer
  house.clock.advance(3 * 86_400)
  const again = await asPerson(house, town.people.hana)
  expect((await make(again)).answer).toEqual(first)
  await confirm(again, first.id)
  await confirm(again, first.id)
  expect((await make(again)).answer.confirmedAt).not.toBe(null)
  expect((await events()).map((event) => event.action)).toEqual(['terms_notice.made', 'terms_notice.confirmed'])
  house.clock.advance(-3 * 86_400)
})

test('asked eight times at once, whenever the terms changed, there is one notice more', async () => {
  const { rows } = house.world.db
  const contactOf = (contact: string) =>
    rows.organisation.update({ where: { id: town.corporationId }, data: { contact } })
  const rounds = 10
  for (let round = 1; round <= rounds; round++) {
    await contactOf(`office-${round}@example.jp`)
    const made = await Promise.all(Array.from({ length: 8 }, () => make(hana)))
    expect(new Set(made.map((each) => each.answer.id)).size).toBe(1)
    expect(made[0]?.answer.version).toBe(round)
  }
  expect(await events()).toHaveLength(rounds)
  await contactOf('office@example.jp')
})

test('a newer manual asks for new terms, which must be confirmed before the next claim', async () => {
  const first = (await make(hana)).answer
  const sato = await asPerson(house, town.people.sato)
  const body = { version: 1, clauses: [{ number: '1', title: '新しい決まり', body: '縁から2px内側。' }] }
  expect((await sato(publishManual, { params: { orderId: order.orderId }, body })).status).toBe(200)
  expect(codeOf(await confirm(hana, first.id))).toBe('notice.superseded')
  const second = (await make(hana)).answer
  expect(second).toMatchObject({ version: 2, kind: 'change', confirmedAt: null })
  expect(second.body.specRefs).not.toEqual(first.body.specRefs)
  expect(codeOf(await confirm(hana, first.id))).toBe('notice.superseded')
  await confirm(hana, second.id)
  expect((await claim(hana)).status).toBe(200)
  const { answer } = await hana(listTermsNotices)
  const mine = answer.notices.filter((notice) => notice.orderId === order.orderId)
  expect(mine.map((notice) => notice.version)).toEqual([2, 1])
})

test('terms that changed under the same manual shut the door until the newer version is confirmed', async () => {
  const first = (await make(hana)).answer
  await confirm(hana, first.id)
  const { rows } = house.world.db
  await rows.organisation.update({ where: { id: town.corporationId }, data: { contact: 'new@example.jp' } })
  const second = (await make(hana)).answer
  expect(second).toMatchObject({ version: 2, kind: 'change', body: { orderer: { contact: 'new@example.jp' } } })
  expect(codeOf(await claim(hana))).toBe('notice.superseded')
  await confirm(hana, second.id)
  expect((await claim(hana)).status).toBe(200)
  await rows.organisation.update({ where: { id: town.corporationId }, data: { contact: 'office@example.jp' } })
})

test('nobody confirms or sees another person’s notice', async () => {
  const notice = (await make(hana)).answer
  expect((await confirm(ken, notice.id)).status).toBe(404)
  const { answer } = await ken(listTermsNotices)
  expect(answer.notices.map((each) => each.id)).not.toContain(notice.id)
  const yui = await asPerson(house, town.people.yui)
  expect((await make(yui)).status).toBe(404)
})

test('refuses with notice.not_ready without a due day, and with task.order_paused while the order rests', async () => {
  const { rows } = house.world.db
  // Only a draft is without one.
  await rows.order.update({ where: { id: order.orderId }, data: { state: 'draft' } })
  await rows.order.update({ where: { id: order.orderId }, data: { state: 'running', dueOn: null } })
  expect(codeOf(await make(hana))).toBe('notice.not_ready')
  await rows.order.update({ where: { id: order.orderId }, data: { state: 'delivered' } })
  expect(codeOf(await make(hana))).toBe('task.order_paused')
})

test('who reads English gets the notice in English, and choosing another language later changes no terms', async () => {
  const { rows } = house.world.db
  await rows.person.update({ where: { id: town.people.ken }, data: { language: 'en' } })
  const notice = (await make(ken)).answer
  expect(notice.body.orderer.name).toBe('Tsumugi Corporation')
  await rows.person.update({ where: { id: town.people.ken }, data: { language: 'ja' } })
  expect((await make(ken)).answer.id).toBe(notice.id)
})

test('once the order’s day is past nothing is claimed on the old terms; new ones name a day to come', async () => {
  const start = house.clock.now()
  const first = (await make(hana)).answer
  await confirm(hana, first.id)
  house.clock.moveTo(new Date('2027-02-01T03:00:00Z'))
  let later = await asPerson(house, town.people.hana)
  const offered = async () =>
    (await later(listOffers)).answer.offers.find(({ order: { id } }) => id === order.orderId)?.termsConfirmed
  expect(await offered()).toBe(false)
  expect(codeOf(await claim(later))).toBe('notice.superseded')
  expect(codeOf(await confirm(later, first.id))).toBe('notice.superseded')
  const second = (await make(later)).answer
  expect(second).toMatchObject({ version: 2, kind: 'change', body: { delivery: { due: '2027-02-08' } } })
  expect(second.body).toMatchObject({ inspection: { due: '2027-02-15' }, paymentDue: '2027-03-25' })
  await confirm(later, second.id)
  house.clock.advance(86_400)
  later = await asPerson(house, town.people.hana)
  expect((await make(later)).answer.id).toBe(second.id)
  expect(await offered()).toBe(true)
  expect((await claim(later)).status).toBe(200)
  house.clock.moveTo(start)
})
