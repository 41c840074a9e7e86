import { timeFactor } from '@tsumugi/kit/contract/values.ts'
import type { Actor } from '../permissions/may.ts'
import { isTrusted } from '../permissions/trusted.ts'
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
          timeFactor: true,
          secondFactor: { select: { confirmedAt: true } },
          _count: { select: { passkeys: true } },
          memberships: { select: { role: true, teamId: true, organisationId: true, orderId: true } },
        },
      },
    },
  })
  if (!session) return null
  const { displayName, memberships: places, secondFactor, _count } = session.person
  const factor = timeFactor.parse(session.person.timeFactor)
  const isEnrolled = (secondFactor !== null && secondFactor.confirmedAt !== null) || _count.passkeys > 0
  const isNeeded = world.settings.secondFactor === 'required' && isTrusted(places.map(({ role }) => role))
  return { personId, sessionId, displayName, places, timeFactor: factor, mustEnrol: isNeeded && !isEnrolled }
}
