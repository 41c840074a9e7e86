import { later } from '../kernel/clock.ts'
import type { World } from '../world.ts'
import { uploadsInChecking } from './upload-store.ts'

const patienceSeconds = 60

/**
 * Wakes uploads whose worker died. A queue would hold a dead worker's job for hours; one that is alive holds the
 * upload's lock, and waking it changes nothing.
 */
export async function resumeUploads(world: World): Promise<void> {
  const uploads = await uploadsInChecking(world.db.rows, later(world.clock.now(), -patienceSeconds))
  if (uploads.length === 0) return
  await world.db.transact(async (tx) => {
    for (const { id } of uploads) await world.jobs.add(tx, 'take-upload', { uploadId: id })
  })
}
