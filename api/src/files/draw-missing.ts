import sharp from 'sharp'
import type { World } from '../world.ts'
import { drawPicture, imageTypes } from './draw-picture.ts'
import { recordDerivatives } from './stored-file-store.ts'

/** Draws a stored picture's thumbnail, and the whole picture upright when it lies otherwise. What fails is logged and left. */
export async function drawMissing(
  world: World,
  { id, sha256, contentType }: { id: string; sha256: string; contentType: string },
): Promise<void> {
  const type = imageTypes.find((known) => known === contentType)
  if (!type) return
  try {
    const { orientation = 1 } = await world.files.withPath(sha256, (path) => sharp(path).metadata())
    for (const kind of orientation === 1 ? (['thumbnail'] as const) : (['oriented', 'thumbnail'] as const)) {
      const file = await drawPicture(world.files, sha256, type, kind)
      await world.db.transact((tx) => recordDerivatives(tx, [{ fileId: id, kind, file }]))
    }
  } catch (error) {
    world.log.error({ err: error, fileId: id }, 'a picture cannot be drawn')
  }
}
