import type { listSessions as endpoint } from '@tsumugi/kit/contract/people.ts'
import type { Command } from '../http/command.ts'

/** The sessions of the person asking that still hold. */
export const listSessions: Command<typeof endpoint> = async ({ world, actor }) => {
  const sessions = await world.db.rows.session.findMany({
    where: { personId: actor.personId, revokedAt: null, expiresAt: { gt: world.clock.now() } },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
  })
  return {
    sessions: sessions.map(({ id, device, createdAt, lastUsedAt }) => ({
      id,
      device,
      startedAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      isThis: id === actor.sessionId,
    })),
  }
}
