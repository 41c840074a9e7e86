import type { World } from '../world.ts'
import { deliveriesInMaking } from './delivery-store.ts'

/**
 * Wakes deliveries whose worker died. A queue would hold a dead worker's job for hours; one that is alive holds the
 * delivery's lock, and waking it changes nothing.
 */
export async function resumeDeliveries(world: World): Promise<void> {
  const deliveries = await deliveriesInMaking(world.db.rows)
  if (deliveries.length === 0) return
  await world.db.transact(async (tx) => {
    for (const { id } of deliveries) await world.jobs.add(tx, 'pack-delivery', { deliveryId: id })
  })
}
