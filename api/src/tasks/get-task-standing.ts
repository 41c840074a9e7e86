import type { Rows } from '../db/database.ts'

/** How often a task was begun, and whether everything asked of it so far is accepted. */
export interface TaskStanding {
  round: number
  isDone: boolean
}

/** How these tasks of an order stand, by number; what was cancelled counts for nothing. */
export async function getTaskStanding(
  rows: Rows,
  orderId: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, TaskStanding>> {
  const found = await rows.$queryRaw<({ number: number } & TaskStanding)[]>`
    SELECT a.number, max(a.round) AS round, bool_and(a.state = 'accepted') AS "isDone" FROM assignment a
    WHERE a.order_id = ${orderId}::uuid AND a.number = ANY (${[...numbers]}::int[]) AND a.state <> 'cancelled'
    GROUP BY a.number`
  return new Map(found.map(({ number, ...standing }) => [number, standing]))
}
