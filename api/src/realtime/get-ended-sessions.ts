import type { World } from '../world.ts'

/** Which of these sessions are over, by now or by a decision anywhere; asked for all open sockets at once. */
export async function endedSessions(world: World, sessionIds: readonly string[]): Promise<Set<string>> {
  if (sessionIds.length === 0) return new Set()
  const { rows } = await world.db.pool.query<{ id: string }>(
    `SELECT asked.id FROM unnest($1::uuid[]) asked(id)
       LEFT JOIN session s ON s.id = asked.id AND s.revoked_at IS NULL AND s.expires_at > $2
       LEFT JOIN person p ON p.id = s.person_id AND p.state = 'active'
      WHERE p.id IS NULL`,
    [sessionIds, world.clock.now()],
  )
  return new Set(rows.map(({ id }) => id))
}
