import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32, deflateRawSync } from 'node:zlib'
import type Sharp from 'sharp'
import type Yazl from 'yazl'

// Libraries of the server, found where it finds them.
const ofServer = createRequire(resolve(import.meta.dirname, '../../api/package.json'))
export const sharp = ofServer('sharp') as typeof Sharp
const yazl = ofServer('yazl') as typeof Yazl

const folder = resolve(import.meta.dirname, '../fixtures/bccd/JPEGImages')

/** A file by name. */
export interface NamedBytes {
  name: string
  bytes: Uint8Array
}

/** The real images, by name; at most 60. */
export async function bloodImages(count = 60): Promise<NamedBytes[]> {
  const names = (await readdir(folder)).sort().slice(0, count)
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })))
}

/** A picture of its own for every seed. */
export function picture(seed: number, type: 'jpeg' | 'png' | 'webp' = 'png', width = 24, height = 16): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3)
  for (let index = 0; index < pixels.length; index++)
    pixels[index] = (index * 7 + seed * 31 + ((index * seed) >> 5)) & 255
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .toFormat(type)
    .toBuffer()
}

/** An ordinary zip. */
export async function zipOf(files: readonly NamedBytes[], compress = true): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const { name, bytes } of files) zip.addBuffer(Buffer.from(bytes), name, { compress })
  zip.end()
  return buffer(zip.outputStream)
}

/** One entry of a zip no honest program writes. */
export interface CraftedEntry {
  /** Path as bytes or text (UTF-8, flagged only when `flags` says so). */
  path: string | Uint8Array
  bytes: Uint8Array
  /** General purpose bits; 1 encrypted, 0x800 UTF-8. */
  flags?: number
  /** Unix mode with its kind of file. */
  unixMode?: number
  deflate?: boolean
  /** What the directory claims instead of the truth. */
  claimedBytes?: number
  claimedCrc?: number
}

/** A zip written byte by byte (APPNOTE 4.3): whatever the entries claim is put down as it is. */
export function craftedZip(entries: readonly CraftedEntry[], claimedEntries = entries.length): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const path = Buffer.from(entry.path)
    const packed = entry.deflate ? deflateRawSync(entry.bytes) : Buffer.from(entry.bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(entry.flags ?? 0, 2)
    common.writeUInt16LE(entry.deflate ? 8 : 0, 4)
    common.writeUInt32LE(entry.claimedCrc ?? crc32(entry.bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(entry.claimedBytes ?? entry.bytes.length, 18)
    common.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, path, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((entry.unixMode ?? 0) << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('504b0102', 'hex'), Buffer.from([20, 3]), common, tail, path)
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(claimedEntries, 8)
  end.writeUInt16LE(claimedEntries, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

/** A PNG that says it is so wide and high, with hardly any pixels in it. */
export function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const framed = Buffer.alloc(8 + named.length)
    framed.writeUInt32BE(data.length, 0)
    named.copy(framed, 4)
    framed.writeUInt32BE(crc32(named), 4 + named.length)
    return framed
  }
  const pixels = Buffer.from('789c63000100000500010d0a2db4', 'hex')
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}
