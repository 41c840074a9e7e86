import { buffer } from 'node:stream/consumers'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { examineImage, type TakenImage } from './examine-image.ts'
import { mapFew } from './few-at-a-time.ts'
import type { KeptFile } from './file-store.ts'
import { withZip } from './open-zip.ts'

/**
 * The pictures an upload brings: itself, or what its zip holds, all of them or none. Nothing is written but to the
 * file store, where what is not recorded afterwards is forgotten by a daily job.
 */
export async function takeImages(world: World, upload: KeptFile & { name: string }): Promise<TakenImage[]> {
  if (upload.bytes === 0) throw new Refusal('file.empty', { name: upload.name })
  if (!(await looksLikeZip(world, upload.sha256, upload.name))) {
    return [await examineImage(world.files, upload, upload.name)]
  }
  const limitBytes = 2 * world.settings.uploadLimitBytes
  return withZip(world.files, upload, upload.name, limitBytes, async (zipped) => {
    refuseTwins(zipped.map(({ name }) => name))
    const images = await mapFew(zipped, 3, async ({ name, keep }) => {
      const kept = await keep()
      if (await startsAsZip(world, kept.sha256)) throw new Refusal('zip.unsafe', { name: upload.name, entry: name })
      return examineImage(world.files, kept, name)
    })
    refuseSameContent(images)
    return images
  })
}

async function looksLikeZip(world: World, sha256: string, name: string): Promise<boolean> {
  return /\.zip$/i.test(name) || startsAsZip(world, sha256)
}

async function startsAsZip(world: World, sha256: string): Promise<boolean> {
  const start = await buffer(world.files.open(sha256, { from: 0, to: 4 }))
  return start.length === 4 && ['504b0304', '504b0506', '504b0708'].includes(start.toString('hex'))
}

function refuseTwins(names: readonly string[]): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) throw new Refusal('file.duplicate_name', { name })
    seen.add(name)
  }
}

function refuseSameContent(images: readonly TakenImage[]): void {
  const seen = new Map<string, string>()
  for (const { name, file } of images) {
    const other = seen.get(file.sha256)
    if (other !== undefined) throw new Refusal('file.duplicate_content', { name, other })
    seen.set(file.sha256, name)
  }
}
