import { later } from '../kernel/clock.ts'
import type { World } from '../world.ts'
import { forgetMessagesBefore } from './webhook-store.ts'

const keptSeconds = 30 * 86_400

/** Forgets what systems were told more than thirty days ago. */
export async function forgetWebhookMessages(world: World): Promise<void> {
  const before = later(world.clock.now(), -keptSeconds)
  await world.db.transact((tx) => forgetMessagesBefore(tx, before))
}
