import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Download } from '../http/command.ts'

/** Bytes made just now as a file to send. */
export function bytesDownload(
  bytes: Buffer,
  { contentType, fileName }: { contentType: string; fileName: string },
): Download {
  return {
    stream: (range) => Readable.from([range ? bytes.subarray(range.from, range.to) : bytes]),
    bytes: bytes.length,
    contentType,
    fileName,
    etag: createHash('sha256').update(bytes).digest('hex'),
    maxAgeSeconds: 0,
  }
}
