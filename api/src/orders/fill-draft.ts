import type { Tx } from '../db/database.ts'
import { appendEvent } from '../events/append-event.ts'
import { imagesMax, type TakenImage } from '../files/public.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { type AddedItem, addImages } from './item-store.ts'
import { lockOrder, refuseUnlessDraft } from './order-store.ts'
import { type OrderFacts, orderRoom } from './see-order.ts'

/** Puts pictures into a draft on behalf of a person who may do so, under the order's lock; they are drawn in the background. */
export async function fillDraft(
  tx: Tx,
  world: World,
  filling: { orderId: string; personId: string; images: readonly TakenImage[]; at: Date },
): Promise<AddedItem[]> {
  const { orderId, personId, images, at } = filling
  await lockOrder(tx, orderId)
  refuseUnlessRoom(await orderRoom(tx.rows, orderId), images.length)
  const added = await addImages(tx, orderId, images, at)
  await appendEvent(tx, { action: 'item.added', at, actorId: personId, orderId, facts: { count: added.length } })
  await world.jobs.add(tx, 'draw-pictures', { orderId })
  return added
}

/** Refuses unless the order is a draft with room for so many more items. */
export function refuseUnlessRoom(order: Pick<OrderFacts, 'state' | 'items'>, more: number): void {
  refuseUnlessDraft(order.state)
  if (order.items + more > imagesMax) throw new Refusal('file.too_many', { limit: imagesMax })
}
