import type { createOrganisation as endpoint } from '@tsumugi/kit/contract/teams.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { Refusal } from '../kernel/refusal.ts'
import { addOrganisation, hasCorporation } from './team-store.ts'

/** A new client, partner or municipality, or the corporation itself, once. */
export const createOrganisation: Command<typeof endpoint> = ({ world, actor, body }) =>
  world.db.transact(async (tx) => {
    // Two at once: the partial unique index refuses the second; this is the kind answer in every other case.
    if (body.kind === 'corporation' && (await hasCorporation(tx))) throw new Refusal('organisation.corporation_exists')
    const { id } = await addOrganisation(tx, body)
    await appendEvent(tx, {
      action: 'organisation.created',
      at: world.clock.now(),
      actorId: actor.personId,
      subjectId: id,
      facts: { name: body.name },
    })
    return { id }
  })
