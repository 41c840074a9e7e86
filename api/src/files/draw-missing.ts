import { hasDisplaySize } from '@tsumugi/kit/surfaces/image/display-size.ts'
import sharp from 'sharp'
import type { DerivativeKind } from '../db/generated/enums.ts'
import type { World } from '../world.ts'
import { drawPicture, imageTypes } from './draw-picture.ts'
import { recordDerivatives } from './stored-file-store.ts'

/**
 * Draws what a stored picture lacks: its thumbnail, its display size when it is large, and the whole picture upright when
 * it lies otherwise. What fails is logged and left.
 */
export async function drawMissing(
  world: World,
  file: { id: string; sha256: string; contentType: string; derivatives: readonly { kind: DerivativeKind }[] },
): Promise<void> {
  const type = imageTypes.find((known) => known === file.contentType)
  if (!type) return
  try {
    const { orientation = 1, autoOrient } = await world.files.withPath(file.sha256, (path) => sharp(path).metadata())
    const wanted: DerivativeKind[] = orientation === 1 ? ['thumbnail'] : ['oriented', 'thumbnail']
    if (hasDisplaySize(autoOrient)) wanted.push('display')
    for (const kind of wanted) {
      if (file.derivatives.some((there) => there.kind === kind)) continue
      const drawn = await drawPicture(world.files, file.sha256, type, kind)
      await world.db.transact((tx) => recordDerivatives(tx, [{ fileId: file.id, kind, file: drawn }]))
    }
  } catch (error) {
    world.log.error({ err: error, fileId: file.id }, 'a picture cannot be drawn')
  }
}
