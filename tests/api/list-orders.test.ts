import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrder, listOrders } from '../../kit/contract/orders.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town, type TownPerson, townPeople } from '../support/town.ts'
import { claimByRow, submitByRow } from '../support/work-rows.ts'

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

const create = async (by: 'client' | 'rival', title: string) =>
  (await as[by](createOrder, { body: { kind: 'image', title } })).answer.id

async function idsSeenBy(name: TownPerson, query: { search?: string; state?: 'draft' | 'running' } = {}) {
  return (await as[name](listOrders, { query })).answer.rows.map(({ id }) => id)
}

test('everybody sees what is theirs: the client its own, a director what lies with the team, the office all', async () => {
  const mine = await create('client', '甲の案件')
  const theirs = await create('rival', '乙の案件')
  const { orderId: north } = await makeRunningOrder(house, town, { images: 4, teamIds: [town.northTeamId] })
  const { orderId: south } = await makeRunningOrder(house, town, {
    images: 4,
    teamIds: [town.southTeamId],
    clientId: town.rivalClientId,
  })
  expect(await idsSeenBy('client')).toEqual([north, mine])
  expect(await idsSeenBy('rival')).toEqual([south, theirs])
  expect(await idsSeenBy('sato')).toEqual([north])
  expect(await idsSeenBy('ueda')).toEqual([south])
  for (const name of ['office', 'coordinator', 'payroll'] as const) {
    expect(await idsSeenBy(name)).toEqual([south, north, theirs, mine])
  }
  for (const name of ['hana', 'partner', 'municipality'] as const) {
    expect(codeOf(await as[name](listOrders))).toBe('permission.denied')
  }
  const director = (await as.sato(listOrders)).answer
  expect([director.can.create, (await as.client(listOrders)).answer.can.create]).toEqual([false, true])
})

test('pages through all, newest first, each once', async () => {
  const made: string[] = []
  for (let index = 0; index < 7; index++) made.unshift(await create('rival', `頁 ${index}`))
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { answer } = await as.rival(listOrders, { query: { search: '頁', limit: 3, ...(cursor && { cursor }) } })
    expect(answer.rows.length).toBeLessThanOrEqual(3)
    seen.push(...answer.rows.map(({ id }) => id))
    cursor = answer.next ?? undefined
  } while (cursor)
  expect(seen).toEqual(made)
})

test('finds by part of the title, whatever its case, by number, and takes % as a letter', async () => {
  const percent = await create('client', '100% Cotton')
  const other = await create('client', '100 cotton')
  expect(await idsSeenBy('client', { search: 'COTTON' })).toEqual([other, percent])
  expect(await idsSeenBy('client', { search: '0%' })).toEqual([percent])
  expect(await idsSeenBy('client', { search: '_' })).toEqual([])
  const { number } = (await as.client(listOrders, { query: { search: '100%' } })).answer.rows[0] ?? { number: 0 }
  for (const search of [`T-${number}`, `t-${number}`, String(number)]) {
    expect(await idsSeenBy('client', { search })).toContain(percent)
  }
  expect(await idsSeenBy('rival', { search: `T-${number}` })).toEqual([])
})

test('filters by state and counts how far each order is', async () => {
  const { orderId, assignmentIds } = await makeRunningOrder(house, town, { images: 12, unitsPerTask: 2, overlap: 1 })
  const [first = '', second = ''] = assignmentIds
  await claimByRow(house, first, town.people.hana)
  await submitByRow(house, second, town.people.ken)
  const { rows } = (await as.office(listOrders, { query: { state: 'running' } })).answer
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['running']))
  expect(rows.find(({ id }) => id === orderId)).toMatchObject({
    items: 12,
    dueOn: '2027-01-29',
    client: { id: town.clientId, name: '北自動車' },
    progress: { tasks: 6, held: 0, open: 4, claimed: 1, submitted: 1, returned: 0, accepted: 0 },
  })
})

test('refuses a state that is none and a cursor of somebody else’s making', async () => {
  expect(codeOf(await as.office(listOrders, { query: { state: 'lost' } as never }))).toBe('request.malformed')
  expect(codeOf(await as.office(listOrders, { query: { cursor: 'ab' } }))).toBe('request.malformed')
  const beyond = Buffer.from('999999999999999').toString('base64url')
  expect((await as.office(listOrders, { query: { cursor: beyond } })).status).toBe(200)
})
