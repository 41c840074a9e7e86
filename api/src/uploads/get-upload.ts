import type { getUpload as endpoint } from '@tsumugi/kit/contract/uploads.ts'
import type { Command } from '../http/command.ts'
import { seeUpload, shownUpload } from './see-upload.ts'

/** How far an upload is. */
export const getUpload: Command<typeof endpoint> = async ({ world, actor, params }) =>
  shownUpload(await seeUpload(world.db.rows, actor, 'upload.read', params.uploadId))
