import { type ApiScope, apiScopes, type listApiKeys as endpoint } from '@tsumugi/kit/contract/access.ts'
import type { Command } from '../http/command.ts'
import { may, mayAtAll, scopeOf } from '../permissions/may.ts'

/** One's own keys; the office sees everybody's. The newest hundred. */
export const listApiKeys: Command<typeof endpoint> = async ({ world, actor }) => {
  const now = world.clock.now()
  const found = await world.db.rows.apiKey.findMany({
    where: scopeOf(actor, 'api_key.list').any ? {} : { personId: actor.personId },
    orderBy: { id: 'desc' },
    take: 100,
    include: { person: { select: { id: true, displayName: true } } },
  })
  return {
    rows: found.map((key) => {
      const state = key.revokedAt
        ? ('revoked' as const)
        : key.expiresAt <= now
          ? ('expired' as const)
          : ('usable' as const)
      return {
        id: key.id,
        name: key.name,
        start: key.start,
        owner: { id: key.person.id, name: key.person.displayName },
        scopes: key.scopes.filter((scope): scope is ApiScope => scope in apiScopes),
        state,
        createdAt: key.createdAt.toISOString(),
        expiresAt: key.expiresAt.toISOString(),
        lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
        can: { revoke: state === 'usable' && may(actor, 'api_key.revoke', { personId: key.personId }) },
      }
    }),
    can: { make: mayAtAll(actor, 'api_key.make') },
  }
}
