import type { Upload } from '../db/generated/client.ts'
import { holdAlone } from '../db/hold-alone.ts'
import { PiecesMissing } from '../files/file-store.ts'
import { takeImages } from '../files/public.ts'
import { isOutOfRoom } from '../files/store-trouble.ts'
import { Refusal } from '../kernel/refusal.ts'
import { fillDraft } from '../orders/public.ts'
import type { World } from '../world.ts'
import { moveUpload, uploadById } from './upload-store.ts'

/**
 * The job behind an upload that has arrived whole: puts its pieces together, looks the file through and fills the order
 * with it, or says why not. Killed anywhere it begins again; two at once cannot both work on one upload.
 */
export async function takeUpload(world: World, { uploadId }: { uploadId: string }): Promise<void> {
  await holdAlone(world.db.pool, `upload:${uploadId}`, async () => {
    const upload = await uploadById(world.db.rows, uploadId)
    if (upload?.state !== 'checking') return
    try {
      await take(world, upload)
    } catch (error) {
      await refuse(world, upload, asRefusal(world, upload, error))
    }
    await world.files.dropPieces(uploadId)
  })
}

async function take(world: World, upload: Upload): Promise<void> {
  const kept = await world.files.join(upload.id, Number(upload.bytes))
  const images = await takeImages(world, { ...kept, name: upload.name })
  await world.db.transact(async (tx) => {
    const at = world.clock.now()
    const { orderId, personId } = upload
    await fillDraft(tx, world, { orderId, personId, images, at })
    await moveUpload(tx, upload, 'take', { at, itemsAdded: images.length })
  })
}

/** What the sender can do something about; anything else is ours, and the queue tries again. */
function asRefusal(world: World, upload: Upload, error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (isOutOfRoom(error)) {
    world.log.error({ err: error }, 'no room left to keep files')
    return new Refusal('file.no_room')
  }
  if (error instanceof PiecesMissing) {
    world.log.error({ err: error, uploadId: upload.id }, 'pieces of an upload are gone')
    return new Refusal('file.truncated', { name: upload.name })
  }
  throw error
}

async function refuse(world: World, upload: Upload, refusal: Refusal): Promise<void> {
  const { code, facts } = refusal
  await world.db.transact((tx) => moveUpload(tx, upload, 'refuse', { at: world.clock.now(), refusal: { code, facts } }))
}
