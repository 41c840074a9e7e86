import type { listUploads as endpoint } from '@tsumugi/kit/contract/uploads.ts'
import type { Command } from '../http/command.ts'
import { seeOrder } from '../orders/public.ts'
import { shownUpload } from './see-upload.ts'
import { openUploads } from './upload-store.ts'

/** What this person has on its way into an order: where to go on after a reload, and what was refused meanwhile. */
export const listUploads: Command<typeof endpoint> = async ({ world, actor, params }) => {
  const order = await seeOrder(world.db.rows, actor, 'upload.list', params.orderId)
  const uploads = await openUploads(world.db.rows, order.id, actor.personId)
  return { rows: uploads.map(shownUpload), limitBytes: world.settings.uploadLimitBytes }
}
