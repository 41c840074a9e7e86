import type { Tx } from '../db/database.ts'
import type { AllottedRun } from './allotment-rules.ts'

/** Tasks of a finished split nobody was given yet. */
export async function countHeldTasks(tx: Tx, orderId: string): Promise<number> {
  const [row] = await tx.rows.$queryRaw<{ tasks: number }[]>`
    SELECT count(DISTINCT a.number)::int AS tasks FROM assignment a
    WHERE a.order_id = ${orderId}::uuid AND a.state = 'held'
      AND EXISTS (SELECT FROM split s WHERE s.order_id = a.order_id AND s.state = 'done')`
  return row?.tasks ?? 0
}

/** How many of these are teams. */
export function countTeams(tx: Tx, teamIds: readonly string[]): Promise<number> {
  return tx.rows.team.count({ where: { id: { in: [...teamIds] } } })
}

/** Opens held assignments in one statement, each task's slots together, for the team whose run the task falls into. */
export async function openHeldTasks(tx: Tx, orderId: string, runs: readonly AllottedRun[]): Promise<number> {
  return tx.rows.$executeRaw`
    WITH runs AS (SELECT * FROM unnest(
      ${runs.map((run) => run.teamId)}::uuid[], ${runs.map((run) => run.from)}::int[], ${runs.map((run) => run.to)}::int[]
    ) AS r (team_id, starts, ends)),
    placed AS (
      SELECT id, dense_rank() OVER (ORDER BY number) - 1 AS place FROM assignment
      WHERE order_id = ${orderId}::uuid AND state = 'held'
    )
    UPDATE assignment a SET state = 'open', team_id = runs.team_id
    FROM placed, runs
    WHERE a.id = placed.id AND a.state = 'held' AND placed.place >= runs.starts AND placed.place < runs.ends`
}

/** Writes each team's latest share, and how many tasks it has been given in all. */
export async function recordAllotments(tx: Tx, orderId: string, runs: readonly AllottedRun[], at: Date): Promise<void> {
  for (const { teamId, shareBp, from, to } of runs) {
    await tx.rows.allotment.upsert({
      where: { orderId_teamId: { orderId, teamId } },
      create: { orderId, teamId, shareBp, tasks: to - from, madeAt: at },
      update: { shareBp, tasks: { increment: to - from }, madeAt: at },
    })
  }
}
