import type { downloadTermsNotice as endpoint } from '@tsumugi/kit/contract/notices.ts'
import type { Call, Download } from '../http/command.ts'
import { noticeDownload } from './notice-download.ts'
import { seeNotice } from './see-notice.ts'

/** A notice as PDF, for the person it is for and for those who run the office. */
export async function downloadTermsNotice({ world, actor, params }: Call<typeof endpoint>): Promise<Download> {
  const { id } = await seeNotice(world.db.rows, actor, 'terms_notice.read', params.noticeId)
  return noticeDownload(world, id)
}
