import type { addItems as endpoint } from '@tsumugi/kit/contract/orders.ts'
import { appendEvent } from '../events/append-event.ts'
import { imagesMax, takeImages } from '../files/public.ts'
import type { AnswerIn, Call } from '../http/command.ts'
import type { UploadedFile } from '../http/receive-upload.ts'
import { Refusal } from '../kernel/refusal.ts'
import { addImages } from './item-store.ts'
import { lockOrder, refuseUnlessDraft } from './order-store.ts'
import { type OrderFacts, seeOrder } from './see-order.ts'

type Endpoint = typeof endpoint

/** Before the first byte is kept: only a draft with room takes files. */
export async function itemsMayArrive({ world, actor, params }: Omit<Call<Endpoint>, 'body'>): Promise<void> {
  refuseUnlessRoom(await seeOrder(world.db.rows, actor, 'item.add', params.orderId), 1)
}

/** Takes one picture, or all of a zip's, into a draft. */
export async function addItems(call: Call<Endpoint> & { file: UploadedFile }): Promise<AnswerIn<Endpoint>> {
  const { world, actor, params, file } = call
  const images = await takeImages(world, file)
  return world.db.transact(async (tx) => {
    await lockOrder(tx, params.orderId)
    const order = await seeOrder(tx.rows, actor, 'item.add', params.orderId)
    refuseUnlessRoom(order, images.length)
    const at = world.clock.now()
    const added = await addImages(tx, order.id, images, at)
    await appendEvent(tx, {
      action: 'item.added',
      at,
      actorId: actor.personId,
      orderId: order.id,
      facts: { count: added.length },
    })
    return { added }
  })
}

function refuseUnlessRoom(order: OrderFacts, more: number): void {
  refuseUnlessDraft(order.state)
  if (order.items + more > imagesMax) throw new Refusal('file.too_many', { limit: imagesMax })
}
