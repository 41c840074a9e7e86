import type { Actor } from '../permissions/may.ts'
import type { World } from '../world.ts'

/** The person behind a session with all their places; null when the session is over or the person has left. */
export async function loadActor(world: World, personId: string, sessionId: string): Promise<Actor | null> {
  const session = await world.db.rows.session.findFirst({
    where: {
      id: sessionId,
      personId,
      revokedAt: null,
      expiresAt: { gt: world.clock.now() },
      person: { state: 'active' },
    },
    select: {
      person: {
        select: {
          displayName: true,
          memberships: { select: { role: true, teamId: true, organisationId: true, orderId: true } },
        },
      },
    },
  })
  if (!session) return null
  return { personId, sessionId, displayName: session.person.displayName, places: session.person.memberships }
}
