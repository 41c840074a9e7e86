import type { beginUpload as endpoint } from '@tsumugi/kit/contract/uploads.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { plainName } from '../kernel/plain-name.ts'
import { Refusal } from '../kernel/refusal.ts'
import { refuseUnlessRoom, seeOrder } from '../orders/public.ts'
import { shownUpload } from './see-upload.ts'
import { addUpload } from './upload-store.ts'

/** Makes room for a file that comes in pieces; refuses before the first byte what could not be taken in anyway. */
export const beginUpload: Command<typeof endpoint> = async ({ world, actor, params, body }) => {
  const name = plainName(body.name)
  const limitBytes = world.settings.uploadLimitBytes
  refuseUnlessRoom(await seeOrder(world.db.rows, actor, 'upload.begin', params.orderId), 1)
  if (body.bytes > limitBytes) throw new Refusal('file.too_large', { name, limitMb: limitBytes / 1_000_000 })
  return world.db.transact(async (tx) => {
    const upload = { id: newId(), orderId: params.orderId, personId: actor.personId, name, bytes: BigInt(body.bytes) }
    return shownUpload(await addUpload(tx, { ...upload, begunAt: world.clock.now() }))
  })
}
