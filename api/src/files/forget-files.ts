import { later } from '../kernel/clock.ts'
import type { World } from '../world.ts'
import { recordedAmong } from './stored-file-store.ts'

// Longer than any upload takes from its first file to its last row.
const keptSeconds = 24 * 3600

/** Daily: removes bytes no row speaks of, such as opened zips and refused uploads. */
export async function forgetFiles(world: World): Promise<void> {
  const before = later(world.clock.now(), -keptSeconds)
  const forgotten = await world.files.forget(before, (sha256s) => recordedAmong(world.db.rows, sha256s))
  if (forgotten > 0) world.log.info({ forgotten }, 'files forgotten')
}
