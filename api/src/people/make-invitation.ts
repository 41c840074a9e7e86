import type { makeInvitation as endpoint, MembershipInput } from '@tsumugi/kit/contract/people.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { later } from '../kernel/clock.ts'
import { Refusal, refuseIf } from '../kernel/refusal.ts'
import { may } from '../permissions/may.ts'
import type { Settings } from '../settings.ts'
import { addInvitation } from './invitation-store.ts'
import { givingRefusal, membershipRefusal } from './membership-rules.ts'
import { emailIsTaken, knownPlaces } from './person-store.ts'

/** Invites somebody. The link is answered once; what is kept cannot be turned back into it. */
export const makeInvitation: Command<typeof endpoint> = async ({ world, actor, body }) => {
  refuseIf(givingRefusal(body.memberships, may(actor, 'membership.change', {})))
  const now = world.clock.now()
  const expiresAt = later(now, world.settings.invitationSeconds)
  const made = await world.db.transact(async (tx) => {
    refuseIf(membershipRefusal(body.memberships, await knownPlaces(tx, body.memberships)))
    if (await emailIsTaken(tx, body.email)) throw new Refusal('person.email_taken')
    const invitation = await addInvitation(tx, { ...body, invitedById: actor.personId, now, expiresAt })
    await appendEvent(tx, {
      action: 'invitation.made',
      at: now,
      actorId: actor.personId,
      subjectId: invitation.id,
      facts: { email: body.email },
    })
    return invitation
  })
  const link = `${addressOfScreens(world.settings, body.memberships)}/invitation/${made.token}`
  return { id: made.id, link, expiresAt: expiresAt.toISOString() }
}

/** Workers and directors begin in the screens at `/`, everybody else in those at `/office`. */
function addressOfScreens(settings: Settings, memberships: readonly MembershipInput[]): string {
  const base = (settings.publicUrl ?? `http://localhost:${settings.port}`).replace(/\/+$/, '')
  return memberships.some(({ role }) => role === 'worker' || role === 'leader' || role === 'director')
    ? base
    : `${base}/office`
}
