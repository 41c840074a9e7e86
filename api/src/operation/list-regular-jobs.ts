import type { listRegularJobs as endpoint } from '@tsumugi/kit/contract/operation.ts'
import type { Command } from '../http/command.ts'

/** The rounds the house makes by itself. One that was never begun is missing until its first time comes near. */
export const listRegularJobs: Command<typeof endpoint> = async ({ world }) => {
  const { rows } = await world.db.pool.query<{ name: string; lastAt: Date | null }>(
    `SELECT identifier AS name, last_execution AS "lastAt" FROM graphile_worker._private_known_crontabs ORDER BY identifier`,
  )
  return { rows: rows.map(({ name, lastAt }) => ({ name, lastAt: lastAt?.toISOString() ?? null })) }
}
