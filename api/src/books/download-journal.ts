import type { downloadJournal as endpoint } from '@tsumugi/kit/contract/books.ts'
import { bytesDownload } from '../documents/public.ts'
import type { Call, Download } from '../http/command.ts'
import { getSlips } from './get-slips.ts'
import { freeeJournal, journalBytes, yayoiJournal } from './journal-file.ts'

/** A month of entries as an accounting program takes them in. */
export async function downloadJournal({ world, query }: Call<typeof endpoint>): Promise<Download> {
  const slips = await getSlips(world.db.rows, query.month)
  const text = query.format === 'yayoi' ? yayoiJournal(slips) : freeeJournal(slips)
  const file = { contentType: 'text/csv; charset=Shift_JIS', fileName: `journal-${query.format}-${query.month}.csv` }
  return bytesDownload(Buffer.from(journalBytes(text)), file)
}
