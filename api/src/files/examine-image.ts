import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import { Refusal } from '../kernel/refusal.ts'
import { decodeWhole, type ImageType, imageTypes, pixelsMax } from './draw-picture.ts'
import type { FileStore, KeptFile } from './file-store.ts'
import { isStoreTrouble } from './store-trouble.ts'
import type { FileToRecord } from './stored-file-store.ts'

/** The most bytes one picture may have; a zip of many may have more. */
export const imageBytesMax = 300_000_000

/** A picture that was looked through and may be taken in. */
export interface TakenImage {
  name: string
  file: FileToRecord
  /** Pixels, as people see it: turned as its EXIF orientation says. */
  width: number
  height: number
}

/**
 * Looks a kept file through: what it is by its content, its size before anything is decoded, then every pixel once.
 * Refuses with `file.empty`, `file.too_large`, `file.not_an_image`, `file.image_too_big`, `file.truncated`.
 */
export async function examineImage(files: FileStore, kept: KeptFile, name: string): Promise<TakenImage> {
  if (kept.bytes === 0) throw new Refusal('file.empty', { name })
  if (kept.bytes > imageBytesMax) throw new Refusal('file.too_large', { name, limitMb: imageBytesMax / 1_000_000 })
  // Lent once: an object store has to fetch it each time.
  return files.withPath(kept.sha256, async (path) => {
    const contentType = await imageTypeOf(path)
    if (!contentType) throw new Refusal('file.not_an_image', { name })
    const { width, height, moves } = await orTruncated(name, () => readHeader(path))
    if (moves) throw new Refusal('file.not_an_image', { name })
    if (width * height > pixelsMax) {
      throw new Refusal('file.image_too_big', { name, width, height, limitMp: pixelsMax / 1_000_000 })
    }
    await orTruncated(name, () => decodeWhole(path))
    return { name, file: { sha256: kept.sha256, bytes: kept.bytes, contentType }, width, height }
  })
}

/** Is it one of the three kinds, by its bytes and not by its name? */
async function imageTypeOf(path: string): Promise<ImageType | null> {
  const type = await fileTypeFromFile(path)
  return imageTypes.find((known) => known === type?.mime) ?? null
}

async function readHeader(path: string) {
  const header = await sharp(path, { limitInputPixels: false }).metadata()
  return { ...header.autoOrient, moves: (header.pages ?? 1) > 1 }
}

async function orTruncated<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    // A disk that fails is not the sender's fault.
    if (isStoreTrouble(error)) throw error
    throw new Refusal('file.truncated', { name })
  }
}
