import type { changeMemberships as endpoint } from '@tsumugi/kit/contract/people.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found, nextVersion, Refusal, refuseIf } from '../kernel/refusal.ts'
import { endInvitationsOf } from './invitation-store.ts'
import { membershipRefusal } from './membership-rules.ts'
import { knownPlaces, lockOffice, lockPerson, replaceMemberships } from './person-store.ts'

/** Replaces somebody's roles and places. Their sessions go on, with the new roles from this moment. */
export const changeMemberships: Command<typeof endpoint> = async ({ world, actor, params, body }) => {
  const now = world.clock.now()
  const { personId } = params
  return world.db.transact(async (tx) => {
    const person = found(await lockPerson(tx, personId))
    const version = nextVersion({ read: body.version, now: person.rolesVersion })
    refuseIf(membershipRefusal(body.memberships, await knownPlaces(tx, body.memberships)))
    if (!body.memberships.some(({ role }) => role === 'office')) {
      const office = await lockOffice(tx)
      if (office.every((id) => id === personId)) throw new Refusal('membership.last_office')
      // Whoever leaves the office must not have kept a way back in.
      if (office.includes(personId)) await endInvitationsOf(tx, personId, now)
    }
    await replaceMemberships(tx, personId, { memberships: body.memberships, version }, now)
    await appendEvent(tx, {
      action: 'membership.changed',
      at: now,
      actorId: actor.personId,
      personId,
      facts: { name: person.displayName },
    })
    return { version }
  })
}
