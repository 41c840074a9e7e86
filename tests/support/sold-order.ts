import { postRevenue } from '../../api/src/ledger/public.ts'
import type { House } from './house.ts'
import { makeRunningOrder } from './order-rows.ts'
import type { Town } from './town.ts'

/** An order its client accepted now at this price, tax exclusive, by its rows; answers its id. */
export async function makeSoldOrder(
  house: House,
  town: Town,
  priceYen: number,
  clientId = town.clientId,
): Promise<string> {
  const { orderId, quoteId } = await makeRunningOrder(house, town, { images: 1, unitsPerTask: 1, clientId })
  const { db } = house.world
  const taxYen = Math.floor(priceYen / 10)
  await db.rows.quote.update({ where: { id: quoteId }, data: { priceYen, taxYen } })
  await db.rows.order.update({ where: { id: orderId }, data: { state: 'accepted' } })
  await db.transact((tx) => postRevenue(tx, { orderId, clientId, priceYen, taxYen, at: house.clock.now() }))
  return orderId
}
