import type { Tx } from '../db/database.ts'

/**
 * A job as it stands, held until the transaction ends; null when it is done or was never there. One that has been running for
 * half an hour was most likely left by a process that died; doing a job twice does nothing more.
 */
export async function lockJob(tx: Tx, id: string): Promise<{ name: string; isRunning: boolean } | null> {
  const [job] = await tx.rows.$queryRaw<{ name: string; isRunning: boolean }[]>`
    SELECT t.identifier AS name, coalesce(j.locked_at > now() - interval '30 minutes', false) AS "isRunning"
      FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE j.id = ${BigInt(id)} FOR UPDATE OF j`
  return job ?? null
}

/** Puts a job that does not run at the front, with all its tries before it; graphile-worker's own way. */
export async function retryNow(tx: Tx, id: string): Promise<void> {
  await tx.rows.$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL WHERE id = ${BigInt(id)}`
  await tx.rows.$executeRaw`
    SELECT FROM graphile_worker.reschedule_jobs(ARRAY[${BigInt(id)}::bigint], run_at => now(), attempts => 0)`
}
