import { documentDownload, keepTermsNotice } from '../documents/public.ts'
import type { Download } from '../http/command.ts'
import type { World } from '../world.ts'

/** A notice’s PDF; in the minute before it is kept, it is kept now. */
export async function noticeDownload(world: World, noticeId: string): Promise<Download> {
  await world.db.transact((tx) => keepTermsNotice(world, tx, noticeId))
  return documentDownload(world, { kind: 'terms_notice', subjectId: noticeId })
}
