import type { cancelUpload as endpoint } from '@tsumugi/kit/contract/uploads.ts'
import type { Command } from '../http/command.ts'
import { seeUpload } from './see-upload.ts'
import { lockUpload, moveUpload } from './upload-store.ts'

/** Gives an upload up. Its pieces go after the commit; the daily job removes them if this process ends before. */
export const cancelUpload: Command<typeof endpoint> = async ({ world, actor, params }) => {
  await world.db.transact(async (tx) => {
    await lockUpload(tx, params.uploadId)
    const upload = await seeUpload(tx.rows, actor, 'upload.cancel', params.uploadId)
    await moveUpload(tx, upload, 'cancel', { at: world.clock.now() })
  })
  await world.files.dropPieces(params.uploadId)
  return { done: true }
}
