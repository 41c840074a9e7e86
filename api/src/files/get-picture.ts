import type { DerivativeKind } from '../db/generated/enums.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { drawPicture, imageTypes } from './draw-picture.ts'
import type { ImageSize } from './signed-image-url.ts'
import { type FileToRecord, recordDerivatives } from './stored-file-store.ts'

/** A stored picture in the size asked for: a thumbnail is drawn when it is missing, `full` is the original bytes unless they lie turned. */
export async function getPicture(world: World, fileId: string, size: ImageSize): Promise<FileToRecord> {
  const row = await world.db.rows.storedFile.findUniqueOrThrow({
    where: { id: fileId },
    include: { derivatives: true },
  })
  const kind: DerivativeKind = size === 'thumbnail' ? 'thumbnail' : 'oriented'
  const derived = row.derivatives.find((derivative) => derivative.kind === kind)
  const chosen = derived ?? (size === 'full' ? row : null)
  const picture = chosen
    ? { sha256: chosen.sha256, bytes: Number(chosen.bytes), contentType: chosen.contentType }
    : await drawOnce(world, { id: row.id, sha256: row.sha256, contentType: row.contentType })
  const bytes = await world.files.bytesOf(picture.sha256)
  if (bytes === picture.bytes) return picture
  world.log.error({ fileId, size, bytes }, 'a stored picture is missing or has another length')
  throw new Refusal('thing.not_found')
}

const drawing = new Map<string, Promise<FileToRecord>>()

/** Draws and records a thumbnail; whoever asks while it is being drawn waits for the same one. */
function drawOnce(world: World, file: { id: string; sha256: string; contentType: string }): Promise<FileToRecord> {
  const begun = drawing.get(file.sha256)
  if (begun) return begun
  const drawn = drawThumbnail(world, file).finally(() => drawing.delete(file.sha256))
  drawing.set(file.sha256, drawn)
  return drawn
}

async function drawThumbnail(
  world: World,
  file: { id: string; sha256: string; contentType: string },
): Promise<FileToRecord> {
  const type = imageTypes.find((known) => known === file.contentType)
  if (!type || (await world.files.bytesOf(file.sha256)) === null) {
    world.log.error({ fileId: file.id }, 'a stored file cannot be drawn: no picture, or its bytes are missing')
    throw new Refusal('thing.not_found')
  }
  const thumbnail = await drawPicture(world.files, file.sha256, type, 'thumbnail')
  await world.db.transact((tx) => recordDerivatives(tx, [{ fileId: file.id, kind: 'thumbnail', file: thumbnail }]))
  return thumbnail
}
