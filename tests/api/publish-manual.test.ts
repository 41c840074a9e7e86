import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { manualFingerprint } from '../../api/src/manuals/public.ts'
import { getManual, publishManual } from '../../kit/contract/manuals.ts'
import { asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'

let house: House
let town: Town
let order: RunningOrder

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
})
beforeEach(async () => {
  order = await makeRunningOrder(house, town, { images: 4 })
})
afterAll(() => house.close())

const two = [
  { number: '1', title: '枠', body: '縁に合わせます。' },
  { number: '2', title: '重なり', body: '' },
]
async function publish(person: TownPerson, version: number, clauses = two) {
  const ask = await asPerson(house, town.people[person])
  return ask(publishManual, { params: { orderId: order.orderId }, body: { version, clauses } })
}
async function read(person: TownPerson) {
  return (await asPerson(house, town.people[person]))(getManual, { params: { orderId: order.orderId } })
}
const fingerprint = () => manualFingerprint(house.world.db.rows, order.orderId)

test('the next version takes the place of the last, which stays for the pins that cite it', async () => {
  const before = await read('hana')
  expect(before.answer).toMatchObject({ version: 1, can: { publish: false } })
  expect((await publish('sato', 1)).answer).toEqual({ version: 2 })
  const after = (await read('sato')).answer
  expect(after).toMatchObject({ version: 2, clauses: two, can: { publish: true } })
  const { rows } = house.world.db
  expect(await rows.clause.count({ where: { id: { in: before.answer.clauses.map(({ id }) => id) } } })).toBe(3)
  const event = await rows.event.findFirstOrThrow({ where: { orderId: order.orderId, action: 'manual.published' } })
  expect(event).toMatchObject({ actorId: town.people.sato, facts: { version: 2 } })
})

test('whoever read an older version is asked to look again', async () => {
  await publish('sato', 1)
  expect(codeOf(await publish('office', 1))).toBe('version.stale')
  expect(codeOf(await publish('office', 3))).toBe('version.stale')
})

test('of a cancelled order no manual is published, and nobody is told they could', async () => {
  expect((await publish('sato', 1)).status).toBe(200)
  await house.world.db.rows.order.update({
    where: { id: order.orderId },
    data: { state: 'cancelled', cancelledReason: '試し' },
  })
  expect((await read('sato')).answer.can).toEqual({ publish: false })
  expect((await publish('sato', 2)).refusal).toMatchObject({ code: 'order.wrong_state', facts: { state: 'cancelled' } })
  expect((await read('sato')).answer.version).toBe(2)
})

test('of rivals with the same version one publishes, and the others are asked to look again', async () => {
  const rivals = await Promise.all(
    (['sato', 'mori', 'office'] as const).map((name) => asPerson(house, town.people[name])),
  )
  for (let version = 1; version <= 12; version++) {
    const request = { params: { orderId: order.orderId }, body: { version, clauses: two } }
    const tried = await Promise.all([...rivals, ...rivals].map((ask) => ask(publishManual, request)))
    const [published, ...others] = tried.map(codeOf).sort()
    expect(published).toBe('answered 200')
    expect(new Set(others)).toEqual(new Set(['version.stale']))
  }
})

test('a clause number stands once', async () => {
  const twice = [...two, { number: ' 1 ', title: 'また', body: '' }]
  expect((await publish('sato', 1, twice)).refusal).toMatchObject({
    code: 'manual.duplicate_number',
    facts: { number: '1' },
  })
  expect(codeOf(await publish('sato', 1, []))).toBe('request.malformed')
})

test('the fingerprint says the same of the same words, and another of others', async () => {
  await publish('sato', 1)
  const second = await fingerprint()
  await publish('sato', 2)
  const same = await fingerprint()
  await publish('sato', 3, [{ ...two[0], number: '1', title: '枠', body: '縁より内側に。' }])
  const other = await fingerprint()
  expect([second?.version, same?.version, other?.version]).toEqual([2, 3, 4])
  expect(second?.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(same?.sha256).toBe(second?.sha256)
  expect(other?.sha256).not.toBe(second?.sha256)
})

test('workers read, directors and the office publish, clients and other teams see nothing', async () => {
  expect(codeOf(await publish('hana', 1))).toBe('permission.denied')
  expect(codeOf(await publish('ueda', 1))).toBe('thing.not_found')
  expect(codeOf(await read('yui'))).toBe('thing.not_found')
  expect(codeOf(await read('client'))).toBe('permission.denied')
  expect(codeOf(await publish('office', 1))).toBe('answered 200')
})
