import { later } from '../kernel/clock.ts'
import type { World } from '../world.ts'
import { idleUploads, moveUpload, uploadsWithPieces } from './upload-store.ts'

/** Long enough to come back to a large upload after a week off. */
const keptSeconds = 14 * 86_400

/** Daily: gives up uploads nobody went on with for two weeks, and removes pieces nobody needs. */
export async function forgetUploads(world: World): Promise<void> {
  const at = world.clock.now()
  for (const upload of await idleUploads(world.db.rows, later(at, -keptSeconds))) {
    await world.db.transact((tx) => moveUpload(tx, upload, 'cancel', { at }))
  }
  const forgotten = await world.files.forgetPieces((uploadIds) => uploadsWithPieces(world.db.rows, uploadIds))
  if (forgotten > 0) world.log.info({ forgotten }, 'pieces of uploads forgotten')
}
