import { later } from '../kernel/clock.ts'
import type { World } from '../world.ts'
import { forgetInvitations } from './invitation-store.ts'
import { forgetEnded } from './session-store.ts'

/** As long as somebody may ask who was signed in where, or why a link did not work. */
const keptSeconds = 30 * 86_400

/** Nightly: removes sessions with their links, and invitations, that ended a month ago; who signed in stays in the audit trail. */
export async function forgetSessions(world: World): Promise<void> {
  await world.db.transact(async (tx) => {
    const before = later(world.clock.now(), -keptSeconds)
    await forgetEnded(tx, before)
    await forgetInvitations(tx, before)
  })
}
