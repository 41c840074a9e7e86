import type { World } from '../world.ts'
import { splitsToResume } from './split-store.ts'

/**
 * Wakes splits whose worker died.
 * A queue would hold a dead worker's job for hours. Waking one that is well does no harm.
 */
export async function resumeSplits(world: World): Promise<void> {
  const splits = await splitsToResume(world.db.rows)
  if (splits.length === 0) return
  await world.db.transact(async (tx) => {
    for (const { id } of splits) await world.jobs.add(tx, 'split-order', { splitId: id })
  })
}
