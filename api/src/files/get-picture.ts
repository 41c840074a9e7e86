import type { DerivativeKind } from '../db/generated/enums.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { drawPicture, imageTypes } from './draw-picture.ts'
import type { ImageSize } from './signed-image-url.ts'
import { type FileToRecord, recordDerivatives } from './stored-file-store.ts'

const kindOf = { thumbnail: 'thumbnail', display: 'display', full: 'oriented' } as const satisfies Record<
  ImageSize,
  DerivativeKind
>

/**
 * A stored picture in the size asked for: the smaller ones are drawn when they are missing, `full` is the original bytes
 * unless they lie turned.
 */
export async function getPicture(world: World, fileId: string, size: ImageSize): Promise<FileToRecord> {
  const row = await world.db.rows.storedFile.findUniqueOrThrow({
    where: { id: fileId },
    include: { derivatives: true },
  })
  const kind = kindOf[size]
  const derived = row.derivatives.find((derivative) => derivative.kind === kind)
  const chosen = derived ?? (size === 'full' ? row : null)
  if (!chosen) return drawn(world, row, kind)
  const picture = { sha256: chosen.sha256, bytes: Number(chosen.bytes), contentType: chosen.contentType }
  const bytes = await world.files.bytesOf(picture.sha256)
  if (bytes === picture.bytes) return picture
  world.log.error({ fileId, size, bytes }, 'a stored picture is missing or has another length')
  throw new Refusal('thing.not_found')
}

interface DrawnFrom {
  id: string
  sha256: string
  contentType: string
}

const drawing = new Map<string, Promise<FileToRecord>>()

/** Draws and records a size; whoever asks while it is being drawn waits for the same one. */
async function drawn(world: World, file: DrawnFrom, kind: DerivativeKind): Promise<FileToRecord> {
  const name = `${kind} ${file.sha256}`
  const begun = drawing.get(name)
  const picture = begun ?? drawAndRecord(world, file, kind).finally(() => drawing.delete(name))
  drawing.set(name, picture)
  try {
    return await picture
  } catch (error) {
    // Work on a picture goes on without its display size, such as on a full disk.
    if (kind !== 'display' || error instanceof Refusal) throw error
    world.log.error({ err: error, fileId: file.id }, 'a display size cannot be drawn: the whole picture is shown')
    return getPicture(world, file.id, 'full')
  }
}

async function drawAndRecord(world: World, file: DrawnFrom, kind: DerivativeKind): Promise<FileToRecord> {
  const type = imageTypes.find((known) => known === file.contentType)
  if (!type || (await world.files.bytesOf(file.sha256)) === null) {
    world.log.error({ fileId: file.id }, 'a stored file cannot be drawn: no picture, or its bytes are missing')
    throw new Refusal('thing.not_found')
  }
  const picture = await drawPicture(world.files, file.sha256, type, kind)
  await world.db.transact((tx) => recordDerivatives(tx, [{ fileId: file.id, kind, file: picture }]))
  return picture
}
