import type { Readable } from 'node:stream'
import type { downloadDocumentsZip as endpoint } from '@tsumugi/kit/contract/documents.ts'
import { ZipFile } from 'yazl'
import type { Call, Download } from '../http/command.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { documentIndex, documentPath } from './document-index.ts'
import { getFoundDocuments } from './get-documents.ts'

/** Far above what a search may find. */
const zipBytesMax = 4_000_000_000

/**
 * What a search finds as one ZIP, read file by file in constant memory. It passes through the file store, which tells
 * its length and lets a download be taken up again; no row speaks of it, so it is forgotten the next night.
 */
export async function downloadDocumentsZip({ world, actor, query }: Call<typeof endpoint>): Promise<Download> {
  const documents = await getFoundDocuments(world.db.rows, actor, query)
  const zip = new ZipFile()
  // PDF is packed already.
  const options = { compress: false }
  const at = world.clock.now()
  zip.addBuffer(Buffer.from(documentIndex(documents)), 'index.csv', { ...options, mtime: at })
  for (const document of documents) {
    const { sha256, bytes } = document.file
    zip.addReadStreamLazy(
      documentPath(document),
      { ...options, mtime: document.storedAt, size: Number(bytes) },
      (give) => give(null, world.files.open(sha256)),
    )
  }
  zip.end()
  const kept = await world.files.keep(zip.outputStream as Readable, zipBytesMax)
  return {
    stream: (range) => world.files.open(kept.sha256, range),
    bytes: kept.bytes,
    contentType: 'application/zip',
    fileName: `documents-${japanDay(at)}.zip`,
    etag: kept.sha256,
    maxAgeSeconds: 0,
  }
}
