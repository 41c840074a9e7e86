import { acceptDelivery } from '../../kit/contract/deliveries.ts'
import { cancelOrder, closeOrder } from '../../kit/contract/orders.ts'
import { makeAcceptedOrder, makeDeliveredOrder } from './accepted-order.ts'
import { makeAgreedOrder } from './agreed-order.ts'
import { asPerson } from './ask.ts'
import { makeDraft, makeQuotedOrder, makeSubmittedOrder } from './draft-order.ts'
import type { House } from './house.ts'
import { makeRunningOrder } from './order-rows.ts'
import type { Town } from './town.ts'

/** One order for every point of an order's way, small and with real images; answers their ids. */
export async function makeOrdersInStates(house: House, town: Town) {
  const wish = { images: 8, realImages: true }
  const client = await asPerson(house, town.people.client)
  const office = await asPerson(house, town.people.office)
  const decided = async () => {
    const { orderId, deliveryId } = await makeDeliveredOrder(house, town, wish)
    ;(await client(acceptDelivery, { params: { deliveryId } })).answer
    return orderId
  }
  const closed = await decided()
  ;(await office(closeOrder, { params: { orderId: closed } })).answer
  const cancelled = (await makeRunningOrder(house, town, wish)).orderId
  const reason = '予算が変わったため'
  ;(await office(cancelOrder, { params: { orderId: cancelled }, body: { reason, owedYen: 1_200 } })).answer
  return {
    draft: await makeDraft(house, town),
    submitted: await makeSubmittedOrder(house, town),
    quoted: (await makeQuotedOrder(house, town)).orderId,
    agreed: await makeAgreedOrder(house, town, wish),
    split: (await makeRunningOrder(house, town, { ...wish, teamIds: [] })).orderId,
    running: (await makeRunningOrder(house, town, { ...wish, teamIds: [town.northTeamId, town.southTeamId] })).orderId,
    reviewed: (await makeAcceptedOrder(house, town, wish)).orderId,
    delivered: (await makeDeliveredOrder(house, town, wish)).orderId,
    accepted: await decided(),
    closed,
    cancelled,
  }
}
