import { afterAll, beforeAll, expect, test } from 'vitest'
import { getOrder } from '../../kit/contract/orders.ts'
import { makeAcceptedOrder, makeDeliveredOrder } from '../support/accepted-order.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { makeContractedOrder, makeDraft, makeQuotedOrder, makeSubmittedOrder } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town, type TownPerson, townPeople } from '../support/town.ts'

let house: House
let town: Town
let as: Record<TownPerson, Ask>

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  const asks = await Promise.all(townPeople.map((name) => asPerson(house, town.people[name])))
  as = Object.fromEntries(townPeople.map((name, index) => [name, asks[index]])) as Record<TownPerson, Ask>
})
afterAll(() => house.close())

async function storyFor(name: TownPerson, orderId: string) {
  return (await as[name](getOrder, { params: { orderId } })).answer
}

/** The names of what this person may do next. */
async function next(name: TownPerson, orderId: string): Promise<string[]> {
  const { can } = await storyFor(name, orderId)
  return Object.entries(can).flatMap(([key, may]) => (may ? [key] : []))
}

test('what belongs to somebody else is not there', async () => {
  const { orderId } = await makeRunningOrder(house, town)
  const codes = await Promise.all(
    townPeople.map(async (name) => [name, codeOf(await as[name](getOrder, { params: { orderId } }))]),
  )
  expect(Object.fromEntries(codes)).toEqual({
    hana: 'permission.denied',
    ken: 'permission.denied',
    yui: 'permission.denied',
    mori: 'answered 200',
    sato: 'answered 200',
    ueda: 'thing.not_found',
    office: 'answered 200',
    payroll: 'answered 200',
    coordinator: 'answered 200',
    client: 'answered 200',
    rival: 'thing.not_found',
    partner: 'permission.denied',
    municipality: 'permission.denied',
  })
})

test('an outside professional sees the order they were called to, and no other', async () => {
  const { orderId } = await makeRunningOrder(house, town)
  const other = await makeDraft(house, town)
  await house.world.db.rows.membership.create({
    data: {
      id: '01890000-0000-7000-8000-00000000aaaa',
      personId: town.people.partner,
      role: 'pro',
      orderId,
      createdAt: house.clock.now(),
    },
  })
  const pro = await asPerson(house, town.people.partner)
  expect(codeOf(await pro(getOrder, { params: { orderId } }))).toBe('answered 200')
  expect(codeOf(await pro(getOrder, { params: { orderId: other } }))).toBe('thing.not_found')
})

test('what may be done next follows the order from hand to hand', async () => {
  const draft = await makeDraft(house, town)
  expect(await next('client', draft)).toEqual(['change', 'readItems', 'addItems', 'submit'])
  expect(await next('office', draft)).toEqual([
    'change',
    'readItems',
    'addItems',
    'submit',
    'publishManual',
    'cancel',
    'readMargin',
  ])
  const submitted = await makeSubmittedOrder(house, town)
  expect(await next('client', submitted)).toEqual(['readItems'])
  expect(await next('office', submitted)).toEqual(['readItems', 'offerQuote', 'publishManual', 'cancel', 'readMargin'])
  const { orderId: quoted } = await makeQuotedOrder(house, town)
  expect(await next('client', quoted)).toEqual(['readItems', 'agreeQuote', 'declineQuote'])
  const { orderId: agreed } = await makeContractedOrder(house, town)
  expect(await next('client', agreed)).toEqual(['readItems'])
  expect(await next('office', agreed)).toEqual(['readItems', 'split', 'publishManual', 'cancel', 'readMargin'])
  expect(await next('payroll', agreed)).toEqual(['readMargin'])
  const { orderId: split } = await makeRunningOrder(house, town, { teamIds: [] })
  expect(await next('office', split)).toEqual([
    'readItems',
    'cancelSplit',
    'allot',
    'listTasks',
    'publishManual',
    'cancel',
    'readMargin',
  ])
  const { orderId: running } = await makeRunningOrder(house, town)
  expect(await next('office', running)).toEqual([
    'readItems',
    'listTasks',
    'moveTasks',
    'publishManual',
    'cancel',
    'readMargin',
  ])
  expect(await next('sato', running)).toEqual(['readItems', 'listTasks', 'publishManual'])
  const { orderId: done } = await makeAcceptedOrder(house, town, { images: 2, unitsPerTask: 2 })
  expect(await next('office', done)).toEqual(expect.arrayContaining(['rework', 'makeDelivery']))
})

test('tells of split, allotment and progress inside the house, and not to the client', async () => {
  const { orderId } = await makeRunningOrder(house, town, { images: 10, unitsPerTask: 5 })
  const progress = { tasks: 2, held: 0, open: 2, claimed: 0, submitted: 0, returned: 0, accepted: 0 }
  const inside = await storyFor('office', orderId)
  expect(inside.progress).toEqual(progress)
  expect(inside.split).toMatchObject({ state: 'done', unitsPerTask: 5, overlap: 1, tasksTotal: 2, tasksMade: 2 })
  expect(inside.allotments).toMatchObject([{ team: { id: town.northTeamId, name: '北チーム' }, tasks: 2, progress }])
  const outside = await storyFor('client', orderId)
  expect([outside.progress, outside.split, outside.allotments]).toEqual([progress, null, []])
})

test('a delivery is shown with its contents and what may be done with it', async () => {
  const { orderId, deliveryId } = await makeDeliveredOrder(house, town, {
    images: 4,
    unitsPerTask: 2,
    realImages: true,
  })
  const forClient = await storyFor('client', orderId)
  expect(forClient.state).toBe('delivered')
  expect(forClient.deliveries).toMatchObject([
    {
      id: deliveryId,
      version: 1,
      state: 'ready',
      formats: ['coco', 'voc', 'yolo'],
      itemsTotal: 4,
      itemsDone: 4,
      manifest: { images: 4 },
      can: { download: true, accept: true, requestChange: true },
    },
  ])
  expect(forClient.deliveries[0]?.bytes).toBeGreaterThan(100)
  const forOffice = await storyFor('office', orderId)
  expect(forOffice.deliveries[0]?.can).toEqual({ download: true, accept: false, requestChange: false })
})

test('the client reads its own story: no worker, no task, no team, and the corporation by role', async () => {
  const { orderId } = await makeDeliveredOrder(house, town, { images: 2, unitsPerTask: 1, realImages: true })
  const told = JSON.stringify(await storyFor('client', orderId))
  for (const name of ['hana', 'ken', 'sato', '北チーム', 'unitPayYen":3']) expect(told).not.toContain(name)
  for (const personId of [town.people.hana, town.people.ken, town.people.sato]) expect(told).not.toContain(personId)
  const { history } = await storyFor('client', orderId)
  expect(history.map(({ action }) => action)).toEqual(['delivery.readied'])
  const inside = await storyFor('office', orderId)
  expect(inside.history.map(({ action }) => action)).toEqual(['delivery.readied', 'delivery.made'])
  expect(inside.history.at(-1)).toMatchObject({ actor: 'office', actorRole: null })
})

test('the client knows its own people by name and the office by role', async () => {
  const { orderId } = await makeQuotedOrder(house, town)
  const { history } = await storyFor('client', orderId)
  const told = history.map(({ action, actor, actorRole }) => [action, actor, actorRole])
  expect(told).toEqual([
    ['quote.offered', null, 'office'],
    ['order.submitted', 'client', null],
    ['order.changed', 'client', null],
    ['item.added', 'client', null],
    ['item.added', 'client', null],
    ['order.created', 'client', null],
  ])
  const inside = (await storyFor('office', orderId)).history
  expect(inside.map(({ actor }) => actor)).toEqual(['office', 'client', 'client', 'client', 'client', 'client'])
})

test('who may offer a quote is told the tax rate of the day and the minimum wage where the corporation is', async () => {
  const orderId = await makeSubmittedOrder(house, town)
  expect((await storyFor('office', orderId)).quoteBasis).toEqual({
    taxRateBp: 1000,
    minimumWage: { prefecture: '長野県', yenPerHour: 1117 },
  })
  expect((await storyFor('client', orderId)).quoteBasis).toBeNull()
  expect((await storyFor('payroll', orderId)).quoteBasis).toBeNull()
  const running = await makeRunningOrder(house, town)
  expect((await storyFor('office', running.orderId)).quoteBasis).toBeNull()
})

test('a minimum wage is only named where it is known', async () => {
  const orderId = await makeSubmittedOrder(house, town)
  await house.world.db.rows.organisation.update({ where: { id: town.corporationId }, data: { address: '' } })
  expect((await storyFor('office', orderId)).quoteBasis).toEqual({ taxRateBp: 1000, minimumWage: null })
})
