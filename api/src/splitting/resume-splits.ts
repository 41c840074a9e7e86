import type { World } from '../world.ts'

/**
 * Wakes splits whose worker died: those still running, and dead ones whose tasks are not yet gone.
 * A queue would hold a dead worker's job for hours. Waking one that is well does no harm.
 */
export async function resumeSplits(world: World): Promise<void> {
  const splits = await world.db.rows.split.findMany({
    where: { OR: [{ state: 'running' }, { state: { in: ['cancelled', 'failed'] }, tasks: { some: {} } }] },
    select: { id: true },
  })
  if (splits.length === 0) return
  await world.db.transact(async (tx) => {
    for (const { id } of splits) await world.jobs.add(tx, 'split-order', { splitId: id })
  })
}
