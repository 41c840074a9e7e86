import type { downloadDocumentsCsv as endpoint } from '@tsumugi/kit/contract/documents.ts'
import type { Call, Download } from '../http/command.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { bytesDownload } from './bytes-download.ts'
import { documentIndex } from './document-index.ts'
import { getFoundDocuments } from './get-documents.ts'

/** The index of what a search finds. */
export async function downloadDocumentsCsv({ world, actor, query }: Call<typeof endpoint>): Promise<Download> {
  const index = documentIndex(await getFoundDocuments(world.db.rows, actor, query))
  const fileName = `documents-${japanDay(world.clock.now())}.csv`
  return bytesDownload(Buffer.from(index), { contentType: 'text/csv; charset=utf-8', fileName })
}
