import type { Role } from '@tsumugi/kit/contract/roles.ts'
import type { World } from '../world.ts'

/** Somebody at the door. */
export interface SigningIn {
  id: string
  passwordHash: string | null
  roles: Role[]
}

/** The active person with this address, lower case. */
export async function findSigningIn(world: World, email: string): Promise<SigningIn | null> {
  const person = await world.db.rows.person.findFirst({
    where: { email, state: 'active' },
    select: { id: true, passwordHash: true, memberships: { select: { role: true } } },
  })
  return person && { ...person, roles: person.memberships.map(({ role }) => role) }
}
