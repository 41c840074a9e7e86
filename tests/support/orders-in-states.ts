import { acceptDelivery, requestChange } from '../../kit/contract/deliveries.ts'
import { cancelOrder } from '../../kit/contract/orders.ts'
import { makeAcceptedOrder, makeDeliveredOrder } from './accepted-order.ts'
import { asPerson } from './ask.ts'
import { makeContractedOrder, makeDraft, makeQuotedOrder, makeSubmittedOrder } from './draft-order.ts'
import type { House } from './house.ts'
import { makeRunningOrder } from './order-rows.ts'
import type { Town } from './town.ts'

/** One order in every state its page can show, by what it waits for; all of one client's. */
export async function makeOrdersInStates(house: House, town: Town): Promise<Record<string, string>> {
  const small = { images: 4, unitsPerTask: 2, realImages: true }
  const client = await asPerson(house, town.people.client)
  const office = await asPerson(house, town.people.office)
  const orderOf = async (made: Promise<{ orderId: string }>) => (await made).orderId
  const changed = await makeDeliveredOrder(house, town, small)
  const reason = { body: { reason: '1枚目の細胞が抜けています' } }
  ;(await client(requestChange, { params: { deliveryId: changed.deliveryId }, ...reason })).answer
  const accepted = await makeDeliveredOrder(house, town, small)
  ;(await client(acceptDelivery, { params: { deliveryId: accepted.deliveryId } })).answer
  const cancelled = await orderOf(makeRunningOrder(house, town, small))
  ;(await office(cancelOrder, { params: { orderId: cancelled }, body: { reason: '発注者の都合', owedYen: 500 } }))
    .answer
  return {
    draft: await makeDraft(house, town),
    submitted: await makeSubmittedOrder(house, town),
    quoted: await orderOf(makeQuotedOrder(house, town)),
    agreed: await orderOf(makeContractedOrder(house, town)),
    'split, not allotted': await orderOf(makeRunningOrder(house, town, { ...small, teamIds: [] })),
    running: await orderOf(makeRunningOrder(house, town, small)),
    'all work accepted': await orderOf(makeAcceptedOrder(house, town, small)),
    delivered: await orderOf(makeDeliveredOrder(house, town, small)),
    'change asked for': changed.orderId,
    accepted: accepted.orderId,
    cancelled,
  }
}
