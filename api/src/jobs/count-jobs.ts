import type { Database } from '../db/database.ts'

/** How the background jobs stand. */
export interface JobCounts {
  running: number
  waiting: number
  retrying: number
  failed: number
  /** How long the longest has been waiting beyond its time; 0 when none is late. */
  lateSeconds: number
}

/** Counts the jobs of every process. */
export async function countJobs(db: Database): Promise<JobCounts> {
  const { rows } = await db.pool.query<JobCounts>(`
    SELECT count(*) FILTER (WHERE locked_at IS NOT NULL) AS running,
           count(*) FILTER (WHERE locked_at IS NULL AND attempts = 0) AS waiting,
           count(*) FILTER (WHERE locked_at IS NULL AND attempts > 0 AND attempts < max_attempts) AS retrying,
           count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts) AS failed,
           coalesce(extract(epoch FROM max(now() - run_at) FILTER
             (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at < now())), 0)::float AS "lateSeconds"
      FROM graphile_worker.jobs`)
  return rows[0] ?? { running: 0, waiting: 0, retrying: 0, failed: 0, lateSeconds: 0 }
}
