import type { listJobs as endpoint, JobState } from '@tsumugi/kit/contract/operation.ts'
import type { Command } from '../http/command.ts'
import { cut, keyOf, numberKey } from '../kernel/page.ts'
import { may } from '../permissions/may.ts'

interface JobRow {
  id: string
  name: string
  state: JobState
  attempts: number
  attemptsMax: number
  at: Date | null
  addedAt: Date
  error: string | null
  orderId: string | null
  orderNumber: number
  orderTitle: string
  isLeft: boolean
}

/**
 * Jobs that are not done. graphile-worker's own view leaves the payload out, which says what a job is for: its table is
 * read instead, and its exact version is pinned.
 */
const sql = `
  SELECT * FROM (
    SELECT j.id::text AS id, t.identifier AS name,
           CASE WHEN j.locked_at IS NOT NULL THEN 'running'
                WHEN j.attempts >= j.max_attempts THEN 'failed'
                WHEN j.attempts > 0 THEN 'retrying' ELSE 'waiting' END AS state,
           coalesce(j.locked_at <= now() - interval '30 minutes', false) AS "isLeft",
           j.attempts, j.max_attempts AS "attemptsMax", j.created_at AS "addedAt", j.last_error AS error,
           CASE WHEN j.locked_at IS NOT NULL THEN j.locked_at
                WHEN j.attempts < j.max_attempts THEN j.run_at END AS at,
           o.id AS "orderId", o.number AS "orderNumber", o.title AS "orderTitle"
      FROM graphile_worker._private_jobs j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      LEFT JOIN split s ON s.id = (j.payload->>'splitId')::uuid
      LEFT JOIN delivery d ON d.id = (j.payload->>'deliveryId')::uuid
      LEFT JOIN upload u ON u.id = (j.payload->>'uploadId')::uuid
      LEFT JOIN "order" o
        ON o.id = COALESCE((j.payload->>'orderId')::uuid, s.order_id, d.order_id, u.order_id)
     WHERE ($1::bigint IS NULL OR j.id < $1)
  ) job
  WHERE $2::text IS NULL OR state = $2
  ORDER BY id::bigint DESC LIMIT $3`

/** What runs, what waits, what failed and why; newest first. */
export const listJobs: Command<typeof endpoint> = async ({ world, actor, query }) => {
  const { cursor, limit, state } = query
  const before = cursor === undefined ? null : keyOf(cursor, numberKey)
  const { rows: found } = await world.db.pool.query<JobRow>(sql, [before, state ?? null, limit + 1])
  const { rows, next } = cut(found, limit, ({ id }) => id)
  const retry = may(actor, 'job.retry', {})
  return {
    rows: rows.map(({ orderId, orderNumber, orderTitle, isLeft, at, addedAt, ...job }) => ({
      ...job,
      at: at?.toISOString() ?? null,
      addedAt: addedAt.toISOString(),
      order: orderId === null ? null : { id: orderId, number: orderNumber, title: orderTitle },
      can: { retry: retry && (job.state !== 'running' || isLeft) },
    })),
    next,
  }
}
