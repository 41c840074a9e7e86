import type { World } from '../world.ts'
import { expireBatch, expiryBatch } from './expiry-store.ts'

/** Job: opens what was claimed and left; its draft stays, and the person is told by the event. Safe to run twice. */
export async function expireClaims(world: World): Promise<void> {
  const at = world.clock.now()
  for (;;) {
    const rows = await expireBatch(world.db.pool, at)
    world.publish(
      rows.map(({ id, orderId, teamId, personId }) => {
        return { action: 'task.expired', orderId, teamId, personId, assignmentId: id }
      }),
    )
    if (rows.length < expiryBatch) return
  }
}
