import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptDelivery, downloadDelivery, makeDelivery, requestChange } from '../../kit/contract/deliveries.ts'
import { makeAcceptedOrder, makeDeliveredOrder } from '../support/accepted-order.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { openPackage } from '../support/open-package.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let office: Ask
let client: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  office = await asPerson(house, town.people.office)
  client = await asPerson(house, town.people.client)
})
afterAll(() => house.close())

async function sums(orderId: string): Promise<Record<string, number>> {
  const { rows } = await house.world.db.pool.query<{ account: string; yen: number }>(
    'SELECT account, sum(amount_yen)::int AS yen FROM ledger_posting WHERE order_id = $1 GROUP BY account',
    [orderId],
  )
  return Object.fromEntries(rows.map(({ account, yen }) => [account, yen]))
}

describe('acceptDelivery', () => {
  test('the client’s yes accepts the order and posts its price and tax once', async () => {
    const { orderId, deliveryId } = await makeDeliveredOrder(house, town)
    const asked = { params: { deliveryId } }
    const before = await sums(orderId)
    expect(before.revenue).toBe(undefined)
    expect((await client(acceptDelivery, asked)).status).toBe(200)
    expect(await sums(orderId)).toMatchObject({ revenue: -720, tax_received: -72, receivable: 792 })
    const { rows } = house.world.db
    const delivery = await rows.delivery.findUniqueOrThrow({ where: { id: deliveryId }, include: { order: true } })
    expect(delivery).toMatchObject({ state: 'accepted', decidedById: town.people.client, order: { state: 'accepted' } })
    expect(codeOf(await client(acceptDelivery, asked))).toBe('delivery.not_ready')
    expect(await sums(orderId)).toMatchObject({ revenue: -720 })
  })

  test('of eight clicks at once one is taken and revenue stands once', async () => {
    const { orderId, deliveryId } = await makeDeliveredOrder(house, town)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        index % 2 === 0
          ? client(acceptDelivery, { params: { deliveryId } })
          : client(requestChange, { params: { deliveryId }, body: { reason: 'ラベルが足りない' } }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(answers.filter(({ status }) => status !== 200).map(codeOf))).toEqual(new Set(['delivery.not_ready']))
    const { state } = await house.world.db.rows.order.findUniqueOrThrow({ where: { id: orderId } })
    expect((await sums(orderId)).revenue).toBe(state === 'accepted' ? -720 : undefined)
  })

  test('is for the order’s own client only', async () => {
    const { deliveryId } = await makeDeliveredOrder(house, town)
    const rival = await asPerson(house, town.people.rival)
    expect(codeOf(await rival(acceptDelivery, { params: { deliveryId } }))).toBe('thing.not_found')
    expect(codeOf(await rival(downloadDelivery, { params: { deliveryId } }))).toBe('thing.not_found')
    expect(codeOf(await office(acceptDelivery, { params: { deliveryId } }))).toBe('permission.denied')
    expect((await client(acceptDelivery, { params: { deliveryId } })).status).toBe(200)
  })

  test('waits until the package is made', async () => {
    const { orderId } = await makeAcceptedOrder(house, town)
    const { answer } = await office(makeDelivery, { params: { orderId } })
    const asked = { params: { deliveryId: answer.id } }
    expect(codeOf(await client(acceptDelivery, asked))).toBe('delivery.not_ready')
    expect(codeOf(await client(downloadDelivery, asked))).toBe('delivery.not_ready')
    await house.settle()
    expect((await openPackage(house, town.people.office, answer.id)).bytes.length).toBeGreaterThan(1000)
  })
})

describe('requestChange', () => {
  test('keeps the reason, sets the order running, and the office makes the next version', async () => {
    const { orderId, deliveryId } = await makeDeliveredOrder(house, town)
    const reason = '血小板の枠をもう少し広くしてください'
    expect((await client(requestChange, { params: { deliveryId }, body: { reason } })).status).toBe(200)
    const { rows } = house.world.db
    const delivery = await rows.delivery.findUniqueOrThrow({ where: { id: deliveryId }, include: { order: true } })
    expect(delivery).toMatchObject({ state: 'change_requested', reason, order: { state: 'running' } })
    expect(await rows.assignment.count({ where: { orderId, state: 'accepted' } })).toBe(3)
    expect(codeOf(await client(acceptDelivery, { params: { deliveryId } }))).toBe('delivery.not_ready')

    const { answer } = await office(makeDelivery, { params: { orderId } })
    expect(answer.version).toBe(2)
    await house.settle()
    // The version sent back can still be looked at beside the new one.
    expect((await openPackage(house, town.people.client, deliveryId)).bytes.length).toBeGreaterThan(1000)
    expect((await client(acceptDelivery, { params: { deliveryId: answer.id } })).status).toBe(200)
    expect(await sums(orderId)).toMatchObject({ revenue: -720 })
  })

  test('asks for a reason', async () => {
    const { deliveryId } = await makeDeliveredOrder(house, town)
    const { refusal } = await client(requestChange, { params: { deliveryId }, body: { reason: '  ' } })
    expect(refusal?.fields?.[0]?.path).toBe('reason')
  })
})

test('afterwards all that must hold of the data holds', () => expectChecksHold(house))
