import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { plainName } from '../kernel/plain-name.ts'
import { Refusal } from '../kernel/refusal.ts'
import { imageBytesMax } from './examine-image.ts'
import { type FileStore, FileTooLarge, type KeptFile } from './file-store.ts'
import { isStoreTrouble } from './store-trouble.ts'
import { byCounting, entryPath, entryVerdict, expandsTooFar } from './zip-entry-rules.ts'

/** The most pictures one order, and so one zip, may bring. */
export const imagesMax = 10_000
// Folders and junk come on top; a directory far beyond this is not worth reading.
const entriesMax = 5 * imagesMax

/** A picture-to-be inside an open zip. */
export interface ZippedFile {
  name: string
  /** Streams it out into the store; refuses with `zip.unreadable` when its bytes are not what the zip promised. */
  keep(): Promise<KeptFile>
}

/** Opens a kept zip, checks its whole directory before anything is unpacked, and lends its files in counting order. */
export async function withZip<T>(
  files: FileStore,
  kept: KeptFile,
  zipName: string,
  limitBytes: number,
  work: (zipped: ZippedFile[]) => Promise<T>,
): Promise<T> {
  return files.withPath(kept.sha256, async (path) => {
    const zip = await orUnreadable(zipName, () => yauzl.openPromise(path, { autoClose: false, decodeStrings: false }))
    try {
      const entries = await orUnreadable(zipName, () => checkedEntries(zip, kept, zipName, limitBytes))
      return await work(
        entries.map(({ entry, path: inside }) => ({
          name: plainName(inside),
          keep: () => orUnreadable(zipName, () => keepEntry(files, zip, entry)),
        })),
      )
    } finally {
      zip.close()
    }
  })
}

async function checkedEntries(zip: ZipFile, kept: KeptFile, zipName: string, limitBytes: number) {
  if (zip.entryCount > entriesMax) throw new Refusal('file.too_many', { limit: imagesMax })
  const taken: { entry: Entry; path: string }[] = []
  let openedBytes = 0
  for await (const entry of zip.eachEntry()) {
    const path = pathOf(entry)
    const verdict = entryVerdict({ path, encrypted: entry.isEncrypted(), unixKind: unixKindOf(entry) })
    if (verdict === 'unsafe') throw new Refusal('zip.unsafe', { name: zipName, entry: seenPath(path) })
    if (verdict === 'encrypted') throw new Refusal('zip.encrypted', { name: zipName })
    if (verdict === 'skip') continue
    openedBytes += entry.uncompressedSize
    if (expandsTooFar(kept.bytes, openedBytes, limitBytes)) throw new Refusal('zip.expands_too_far', { name: zipName })
    if (entry.uncompressedSize === 0) throw new Refusal('file.empty', { name: plainName(path) })
    if (entry.uncompressedSize > imageBytesMax) {
      throw new Refusal('file.too_large', { name: plainName(path), limitMb: imageBytesMax / 1_000_000 })
    }
    taken.push({ entry, path })
  }
  if (taken.length > imagesMax) throw new Refusal('file.too_many', { limit: imagesMax })
  if (taken.length === 0) throw new Refusal('zip.no_images', { name: zipName })
  return taken.sort((a, b) => byCounting(a.path, b.path))
}

/** The whole path on one line, for the person who has to find the entry. */
function seenPath(path: string): string {
  return path.split(/[\\/]/).map(seenPart).join('/').slice(0, 300)
}

function seenPart(part: string): string {
  return part === '' || /^\.+$/.test(part) ? part : plainName(part)
}

function pathOf(entry: Entry): string {
  const unicodePath = entry.extraFields.some(({ id }) => id === 0x7075)
  if (unicodePath) return yauzl.getFileNameLowLevel(0x800, entry.fileNameRaw, entry.extraFields, true)
  return entryPath(entry.fileNameRaw, (entry.generalPurposeBitFlag & 0x800) !== 0)
}

function unixKindOf(entry: Entry): number {
  return (entry.externalFileAttributes >>> 16) & 0o170000
}

async function keepEntry(files: FileStore, zip: ZipFile, entry: Entry): Promise<KeptFile> {
  const source = await zip.openReadStreamPromise(entry)
  let sum = 0
  const checked = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      sum = crc32(chunk, sum)
      next(null, chunk)
    },
    flush(next) {
      next(sum === entry.crc32 ? null : new Error('the checksum differs'))
    },
  })
  const [kept] = await Promise.all([
    files.keep(checked, entry.uncompressedSize),
    pipeline(source, checked, { end: true }),
  ])
  return kept
}

async function orUnreadable<T>(zipName: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) throw error
    // A disk that fails is not the sender's fault.
    if (isStoreTrouble(error)) throw error
    if (error instanceof FileTooLarge) throw new Refusal('zip.expands_too_far', { name: zipName })
    throw new Refusal('zip.unreadable', { name: zipName })
  }
}
