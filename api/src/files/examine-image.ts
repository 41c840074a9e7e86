import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import type { DerivativeKind } from '../db/generated/enums.ts'
import { Refusal } from '../kernel/refusal.ts'
import { drawPicture, type ImageType, imageTypes, pixelsMax } from './draw-picture.ts'
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
  derivatives: { kind: DerivativeKind; file: FileToRecord }[]
}

/**
 * Looks a kept file through: what it is by its content, its size before anything is decoded, then every pixel once.
 * Refuses with `file.empty`, `file.too_large`, `file.not_an_image`, `file.image_too_big`, `file.truncated`.
 */
export async function examineImage(files: FileStore, kept: KeptFile, name: string): Promise<TakenImage> {
  if (kept.bytes === 0) throw new Refusal('file.empty', { name })
  if (kept.bytes > imageBytesMax) throw new Refusal('file.too_large', { name, limitMb: imageBytesMax / 1_000_000 })
  const contentType = await imageTypeOf(files, kept.sha256)
  if (!contentType) throw new Refusal('file.not_an_image', { name })
  const header = await orTruncated(name, () => readHeader(files, kept.sha256))
  const { width, height } = header
  if (header.moves) throw new Refusal('file.not_an_image', { name })
  if (width * height > pixelsMax) {
    throw new Refusal('file.image_too_big', { name, width, height, limitMp: pixelsMax / 1_000_000 })
  }
  const derivatives: TakenImage['derivatives'] = []
  for (const kind of header.turned ? (['thumbnail', 'oriented'] as const) : (['thumbnail'] as const)) {
    const file = await orTruncated(name, () => drawPicture(files, kept.sha256, contentType, kind))
    derivatives.push({ kind, file })
  }
  return { name, file: { sha256: kept.sha256, bytes: kept.bytes, contentType }, width, height, derivatives }
}

/** Is it one of the three kinds, by its bytes and not by its name? */
async function imageTypeOf(files: FileStore, sha256: string): Promise<ImageType | null> {
  const type = await files.withPath(sha256, fileTypeFromFile)
  return imageTypes.find((known) => known === type?.mime) ?? null
}

async function readHeader(files: FileStore, sha256: string) {
  const header = await files.withPath(sha256, (path) => sharp(path, { limitInputPixels: false }).metadata())
  const { width, height } = header.autoOrient
  return { width, height, turned: (header.orientation ?? 1) !== 1, moves: (header.pages ?? 1) > 1 }
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
