import type { Actor } from '../../api/src/permissions/may.ts'
import type { World } from '../../api/src/world.ts'

/** The parts of a call that its endpoint has: `params`, `query`, `body`. */
type Asked<C> = { [K in keyof C as K extends 'world' | 'actor' ? never : C[K] extends undefined ? never : K]: C[K] }

/** Calls a command as one person, as a request would after it was parsed. */
export type AskAs = <C extends { world: World; actor: Actor }, A>(
  command: (call: C) => Promise<A>,
  request: Asked<C>,
) => Promise<A>

/** The person with the roles they hold now. */
export async function askAs(world: World, personId: string): Promise<AskAs> {
  const { displayName, memberships } = await world.db.rows.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      displayName: true,
      memberships: { select: { role: true, teamId: true, organisationId: true, orderId: true } },
    },
  })
  // No session: nobody signed in for this.
  const actor: Actor = { personId, sessionId: personId, displayName, mustEnrol: false, places: memberships }
  return (command, request) => command({ world, actor, ...request } as Parameters<typeof command>[0])
}
