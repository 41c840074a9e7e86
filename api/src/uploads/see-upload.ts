import type { Action } from '@tsumugi/kit/contract/actions.ts'
import type { getUpload } from '@tsumugi/kit/contract/uploads.ts'
import type { Rows } from '../db/database.ts'
import type { Upload } from '../db/generated/client.ts'
import type { AnswerIn } from '../http/command.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { seeOrder } from '../orders/public.ts'
import { type Actor, may } from '../permissions/may.ts'
import { uploadById } from './upload-store.ts'

/** The upload, when it is this person's own and of an order they may fill; otherwise 404. */
export async function seeUpload(rows: Rows, actor: Actor, action: Action, uploadId: string): Promise<Upload> {
  const upload = found(await uploadById(rows, uploadId))
  if (!may(actor, action, { personId: upload.personId })) throw new Refusal('thing.not_found')
  await seeOrder(rows, actor, 'item.add', upload.orderId)
  return upload
}

/** An upload as the API shows it. */
export function shownUpload(upload: Upload): AnswerIn<typeof getUpload> {
  const { id, name, state, itemsAdded } = upload
  return {
    id,
    name,
    state,
    itemsAdded,
    bytes: Number(upload.bytes),
    receivedBytes: Number(upload.receivedBytes),
    refusal: upload.refusal as AnswerIn<typeof getUpload>['refusal'],
    begunAt: upload.begunAt.toISOString(),
  }
}
