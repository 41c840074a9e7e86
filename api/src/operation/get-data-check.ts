import type { getDataCheck as endpoint } from '@tsumugi/kit/contract/operation.ts'
import type { Command } from '../http/command.ts'
import { lastDataCheckRun } from './data-check-store.ts'

/** What the last round of checks found. */
export const getDataCheck: Command<typeof endpoint> = async ({ world }) => {
  const last = await lastDataCheckRun(world.db.rows)
  return { last: last && { ...last, finishedAt: last.finishedAt.toISOString() } }
}
