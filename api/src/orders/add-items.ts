import type { addItems as endpoint } from '@tsumugi/kit/contract/orders.ts'
import { takeImages } from '../files/public.ts'
import type { AnswerIn, Call } from '../http/command.ts'
import type { UploadedFile } from '../http/receive-upload.ts'
import { fillDraft, refuseUnlessRoom } from './fill-draft.ts'
import { lockOrder } from './order-store.ts'
import { seeOrder } from './see-order.ts'

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
    const at = world.clock.now()
    await lockOrder(tx, params.orderId)
    const { id: orderId } = await seeOrder(tx.rows, actor, 'item.add', params.orderId)
    return { added: await fillDraft(tx, world, { orderId, personId: actor.personId, images, at }) }
  })
}
