import type { downloadTermsLink as endpoint } from '@tsumugi/kit/contract/notices.ts'
import type { Call, Download } from '../http/command.ts'
import { noticeDownload } from './notice-download.ts'
import { noticeOfLink } from './terms-link-store.ts'

/** The notice a mailed link shows, as PDF. */
export async function downloadTermsLink({ world, params }: Call<typeof endpoint>): Promise<Download> {
  const { id } = await noticeOfLink(world.db.rows, params.token)
  return noticeDownload(world, id)
}
