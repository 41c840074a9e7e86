import { appendEvent } from '../events/append-event.ts'
import { later } from '../kernel/clock.ts'
import type { World } from '../world.ts'
import { addInvitation } from './invitation-store.ts'
import { nobodyIsRegistered } from './person-store.ts'

/** Who invites when nobody is there to: the installation itself. */
const installation = '00000000-0000-0000-0000-000000000000'

/**
 * Invites the first person of the office into an installation without people, who then invites everybody else.
 * @returns the token of the link; null when somebody is registered already
 */
export async function inviteFirstPerson(world: World, email: string): Promise<string | null> {
  const now = world.clock.now()
  const expiresAt = later(now, world.settings.invitationSeconds)
  return world.db.transact(async (tx) => {
    if (!(await nobodyIsRegistered(tx))) return null
    const offered = {
      email,
      displayName: '事務局',
      language: 'ja' as const,
      memberships: [{ role: 'office' as const }],
    }
    const { id, token } = await addInvitation(tx, { ...offered, invitedById: installation, now, expiresAt })
    await appendEvent(tx, { action: 'invitation.made', at: now, actorId: null, subjectId: id, facts: { email } })
    return token
  })
}
