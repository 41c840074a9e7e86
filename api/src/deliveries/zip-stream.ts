import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'
import type { Spool } from './spool.ts'
import { dataDescriptor, directoryRecord, localHeader, type ZipEntry, type ZipTime, zipEnd } from './zip-records.ts'

/** A file to go into a zip: short text at once, or chunks of any length. */
export type FileToZip = { path: string } & ({ text: string } | { chunks: AsyncIterable<string> })

/** A file that lies in the zip. */
export interface ZippedFile {
  path: string
  bytes: number
  sha256: string
}

const outBytes = 64 * 1024
/** Annotations shrink a lot at any level; higher ones only take longer. */
const level = 6
/** A compressor made for a few kilobytes: 24 kB of state instead of 256, a hundred thousand times over. */
const small = { level, windowBits: 12, memLevel: 5 }

/**
 * Writes a zip as a stream of chunks in constant memory: files one after another as they come, the directory at the end
 * from `directory`. `zipped` is told each file before the next is asked for.
 * (A library that keeps every entry in memory and a pipeline per file was measured ten times slower for many small files.)
 */
export async function* zipStream<F extends FileToZip>(
  files: AsyncIterable<F>,
  to: { directory: Spool; time: ZipTime; zipped: (file: F, written: ZippedFile) => Promise<void> },
): AsyncGenerator<Buffer> {
  let offset = 0
  let entries = 0
  let waiting: Buffer[] = []
  let waitingBytes = 0

  for await (const file of files) {
    const parts = 'text' in file ? short(file, file.text, to.time) : long(file, file.chunks, to.time)
    const start = offset
    let result = await parts.next()
    while (!result.done) {
      offset += result.value.length
      waitingBytes += result.value.length
      waiting.push(result.value)
      if (waitingBytes >= outBytes) {
        yield Buffer.concat(waiting)
        waiting = []
        waitingBytes = 0
      }
      result = await parts.next()
    }
    const { entry, sha256 } = result.value
    await to.directory.add(directoryRecord({ ...entry, offset: start }, to.time))
    entries += 1
    await to.zipped(file, { path: file.path, bytes: entry.bytes, sha256 })
  }
  if (waitingBytes > 0) yield Buffer.concat(waiting)
  yield* to.directory.read()
  yield zipEnd({ entries, offset, bytes: to.directory.bytes() })
}

type Parts = AsyncGenerator<Buffer, { entry: Omit<ZipEntry, 'offset'>; sha256: string }>

async function* short(file: FileToZip, text: string, time: ZipTime): Parts {
  const data = Buffer.from(text)
  const compressed = deflateRawSync(data, { ...small, chunkSize: Math.max(64, data.length) })
  const entry = {
    path: Buffer.from(file.path),
    crc: crc32(data),
    compressedBytes: compressed.length,
    bytes: data.length,
    streamed: false,
  }
  yield localHeader(entry, time)
  yield compressed
  return { entry, sha256: createHash('sha256').update(data).digest('hex') }
}

async function* long(file: FileToZip, chunks: AsyncIterable<string>, time: ZipTime): Parts {
  const entry = { path: Buffer.from(file.path), crc: 0, compressedBytes: 0, bytes: 0, streamed: true }
  const hash = createHash('sha256')
  async function* measured(): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      const data = Buffer.from(chunk)
      entry.crc = crc32(data, entry.crc)
      entry.bytes += data.length
      hash.update(data)
      yield data
    }
  }
  yield localHeader(entry, time)
  // A failing source destroys the compressor, and reading it below fails with the source's error.
  const compressed = pipeline(Readable.from(measured(), { objectMode: false }), createDeflateRaw({ level }), () => {})
  for await (const chunk of compressed as AsyncIterable<Buffer>) {
    entry.compressedBytes += chunk.length
    yield chunk
  }
  yield dataDescriptor({ ...entry, offset: 0 })
  return { entry, sha256: hash.digest('hex') }
}
