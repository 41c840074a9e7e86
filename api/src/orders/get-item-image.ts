import type { getItemImage as endpoint } from '@tsumugi/kit/contract/orders.ts'
import { hasDisplaySize } from '@tsumugi/kit/surfaces/image/display-size.ts'
import { getPicture, signedSecondsLeft } from '../files/public.ts'
import type { Call, Download } from '../http/command.ts'
import { found } from '../kernel/refusal.ts'

/** An item's picture at a signed address; a wrong or outdated signature and a missing item look the same. */
export async function getItemImage({ world, params, query }: Call<typeof endpoint>): Promise<Download> {
  const { itemId, size } = params
  const maxAgeSeconds = found(signedSecondsLeft(world, itemId, size, query))
  const select = { fileId: true, width: true, height: true }
  const item = found(await world.db.rows.orderItem.findUnique({ where: { id: itemId }, select }))
  const needed = size === 'display' && !hasDisplaySize(item) ? 'full' : size
  const { sha256, bytes, contentType } = await getPicture(world, item.fileId, needed)
  return {
    stream: (range) => world.files.open(sha256, range),
    bytes,
    contentType,
    fileName: null,
    etag: sha256,
    maxAgeSeconds,
  }
}
