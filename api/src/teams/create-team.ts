import type { createTeam as endpoint } from '@tsumugi/kit/contract/teams.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found } from '../kernel/refusal.ts'
import { addTeam } from './team-store.ts'

/** A new team in a municipality. */
export const createTeam: Command<typeof endpoint> = ({ world, actor, body }) =>
  world.db.transact(async (tx) => {
    const team = found(await addTeam(tx, body))
    await appendEvent(tx, {
      action: 'team.created',
      at: world.clock.now(),
      actorId: actor.personId,
      teamId: team.id,
      facts: { name: body.name },
    })
    return team
  })
