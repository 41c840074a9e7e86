import type { World } from '../world.ts'

/** The active person with this address, lower case, and the hash of their password. */
export function findSigningIn(
  world: World,
  email: string,
): Promise<{ id: string; passwordHash: string | null } | null> {
  return world.db.rows.person.findFirst({
    where: { email, state: 'active' },
    select: { id: true, passwordHash: true },
  })
}
