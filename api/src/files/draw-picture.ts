import { Readable } from 'node:stream'
import { displayPixels } from '@tsumugi/kit/surfaces/image/display-size.ts'
import sharp, { type Sharp } from 'sharp'
import type { DerivativeKind } from '../db/generated/enums.ts'
import { fewAtATime } from './few-at-a-time.ts'
import type { FileStore } from './file-store.ts'
import type { FileToRecord } from './stored-file-store.ts'

/** The kinds of picture taken in; nothing else is ever handed to a decoder. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type ImageType = (typeof imageTypes)[number]

/** 100 million pixels: a 10,000 × 10,000 scan; beyond it decoding takes memory by the gigabyte. */
export const pixelsMax = 100_000_000
const thumbnailPixels = 320

// One picture after the other, so nothing is gained by remembering; and no decoder but the three can be reached.
sharp.cache(false)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp'].flatMap((type) => [`VipsForeignLoad${type}File`, `VipsForeignLoad${type}Buffer`]),
})

// Turning a picture can hold all its pixels: two at 300 MB at once are enough.
const few = fewAtATime(2)

/** Draws a picture's derivative, decoding every pixel, and keeps it in the store. Throws when the file ends too early. */
export async function drawPicture(
  files: FileStore,
  sha256: string,
  contentType: ImageType,
  kind: DerivativeKind,
): Promise<FileToRecord> {
  const drawn = await few(() =>
    files.withPath(sha256, (path) => {
      const upright = open(path)
      if (kind === 'oriented') return oriented(upright, contentType)
      return kind === 'thumbnail' ? smaller(upright, thumbnailPixels, 80) : smaller(upright, displayPixels, 85)
    }),
  )
  const kept = await files.keep(Readable.from([drawn]), drawn.length)
  return { ...kept, contentType: kind === 'oriented' ? contentType : 'image/webp' }
}

/** Decodes every pixel of a picture and keeps none. Throws when the file ends too early. */
export async function decodeWhole(path: string): Promise<void> {
  await few(() => open(path).resize({ width: 16, height: 16, fit: 'fill' }).raw().toBuffer())
}

function open(path: string): Sharp {
  return sharp(path, { failOn: 'truncated', sequentialRead: true, limitInputPixels: pixelsMax }).autoOrient()
}

function smaller(upright: Sharp, longestSide: number, quality: number): Promise<Buffer> {
  const size = { width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true } as const
  return upright.resize(size).webp({ quality }).toBuffer()
}

function oriented(upright: Sharp, contentType: ImageType): Promise<Buffer> {
  const coloured = upright.keepIccProfile()
  if (contentType === 'image/png') return coloured.png().toBuffer()
  if (contentType === 'image/webp') return coloured.webp({ quality: 95 }).toBuffer()
  return coloured.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()
}
