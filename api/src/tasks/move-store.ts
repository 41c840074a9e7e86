import type { Tx } from '../db/database.ts'

/**
 * Moves up to `count` of a team's tasks that are open in every place of their round, the last ones first: claims begin with
 * the first. What somebody has drafted goes last, because they could not take it up again. Answers how many tasks moved.
 */
export async function moveOpenTasks(
  tx: Tx,
  orderId: string,
  { fromTeamId, toTeamId, count }: { fromTeamId: string; toTeamId: string; count: number },
): Promise<number> {
  const [row] = await tx.rows.$queryRaw<{ tasks: number }[]>`
    WITH chosen AS (
      SELECT a.task_id, a.round FROM assignment a LEFT JOIN draft d ON d.assignment_id = a.id AND a.round = 1
      WHERE a.order_id = ${orderId}::uuid AND a.team_id = ${fromTeamId}::uuid AND a.state = 'open'
        AND NOT EXISTS (SELECT FROM assignment b
          WHERE b.task_id = a.task_id AND b.round = a.round AND b.state NOT IN ('open', 'cancelled'))
      GROUP BY a.task_id, a.round, a.number
      ORDER BY bool_or(d.assignment_id IS NOT NULL), a.number DESC LIMIT ${count}
    ), free AS (
      SELECT a.id FROM assignment a JOIN chosen c ON c.task_id = a.task_id AND c.round = a.round
      WHERE a.team_id = ${fromTeamId}::uuid AND a.state = 'open' FOR UPDATE OF a SKIP LOCKED
    ), moved AS (
      UPDATE assignment SET team_id = ${toTeamId}::uuid WHERE id IN (SELECT id FROM free) AND state = 'open' RETURNING task_id
    )
    SELECT count(DISTINCT task_id)::int AS tasks FROM moved`
  return row?.tasks ?? 0
}

/** Counts moved tasks to their new team, and writes every team's share as it is now. */
export async function shareAnew(
  tx: Tx,
  orderId: string,
  moved: { fromTeamId: string; toTeamId: string; tasks: number; at: Date },
): Promise<void> {
  const { fromTeamId, toTeamId, tasks, at } = moved
  await tx.rows.allotment.updateMany({ where: { orderId, teamId: fromTeamId }, data: { tasks: { decrement: tasks } } })
  await tx.rows.allotment.upsert({
    where: { orderId_teamId: { orderId, teamId: toTeamId } },
    create: { orderId, teamId: toTeamId, shareBp: 1, tasks, madeAt: at },
    update: { tasks: { increment: tasks }, madeAt: at },
  })
  await tx.rows.$executeRaw`
    UPDATE allotment SET share_bp = greatest(1, round(10000.0 * allotment.tasks / whole.tasks))
    FROM (SELECT greatest(1, sum(tasks)) AS tasks FROM allotment WHERE order_id = ${orderId}::uuid) whole
    WHERE order_id = ${orderId}::uuid`
}
