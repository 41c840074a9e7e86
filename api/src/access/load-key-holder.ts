import { type ApiScope, apiScopes } from '@tsumugi/kit/contract/access.ts'
import type { Action } from '@tsumugi/kit/contract/actions.ts'
import { tokenHash } from '../people/public.ts'
import type { Actor } from '../permissions/may.ts'
import type { World } from '../world.ts'
import { noteUse } from './api-key-store.ts'

/** Who a key acts for, and until when; null for one that is none, is over, or whose owner has left. */
export async function loadKeyHolder(world: World, key: string): Promise<{ actor: Actor; expiresAt: Date } | null> {
  const now = world.clock.now()
  const { rows } = world.db
  const found = await rows.apiKey.findFirst({
    where: { tokenHash: tokenHash(key), revokedAt: null, expiresAt: { gt: now }, person: { state: 'active' } },
    select: {
      id: true,
      scopes: true,
      expiresAt: true,
      person: {
        select: {
          id: true,
          displayName: true,
          memberships: {
            // Whoever also works for the corporation does that without keys.
            where: { role: { in: ['client', 'partner'] } },
            select: { role: true, teamId: true, organisationId: true, orderId: true },
          },
        },
      },
    },
  })
  if (!found) return null
  await noteUse(rows, found.id, now)
  const { id: personId, displayName, memberships: places } = found.person
  return {
    actor: { personId, sessionId: found.id, displayName, places, mustEnrol: false, only: actionsOf(found.scopes) },
    expiresAt: found.expiresAt,
  }
}

/** A scope this version no longer knows opens nothing. */
function actionsOf(scopes: readonly string[]): ReadonlySet<Action> {
  return new Set<Action>(['me.read', ...scopes.flatMap((scope) => apiScopes[scope as ApiScope] ?? [])])
}
