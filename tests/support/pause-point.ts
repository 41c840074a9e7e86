import { setTimeout as wait } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'

/** A write somebody is to be caught at. */
export interface PausePoint {
  table: string
  on: 'INSERT' | 'UPDATE'
  /** SQL over `NEW`; default: the first such write there is. */
  when?: string
  /** Caught by its commit instead of at the write itself: everything is written, and nothing is said yet. */
  atCommit?: boolean
}

/** Whoever comes to the point stands there until `release`. */
export interface Pause {
  /** Waits until somebody stands there. */
  reached(): Promise<void>
  /** After whoever stands there was killed: lets the database end what it was told, and waits until it saw that nobody listens. */
  release(): Promise<void>
}

/** A lock no code of ours takes. */
const key = '4711, 1'

/**
 * Holds the next such write still inside the database, so that its writer can be killed exactly there and nowhere else. The
 * test holds the lock the write waits for; nothing in the product knows of it.
 */
export async function pauseAt(pool: Pool, { table, on, when = 'true', atCommit = false }: PausePoint): Promise<Pause> {
  const timing = atCommit ? `CONSTRAINT TRIGGER pause AFTER ${on}` : `TRIGGER pause BEFORE ${on}`
  const late = atCommit ? 'DEFERRABLE INITIALLY DEFERRED' : ''
  await pool.query(
    `CREATE OR REPLACE FUNCTION wait_at_pause() RETURNS trigger LANGUAGE plpgsql AS
       'BEGIN PERFORM pg_advisory_xact_lock_shared(${key}); RETURN NEW; END';
     CREATE ${timing} ON ${table} ${late} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION wait_at_pause()`,
  )
  const holder = await pool.connect()
  await holder.query(`SELECT pg_advisory_lock(${key})`)
  let standing: number[] = []
  return {
    async reached() {
      while (standing.length === 0) {
        await wait(5)
        standing = await standingAt(holder)
      }
    },
    async release() {
      await holder.query(`SELECT pg_advisory_unlock(${key})`)
      while (await isThere(holder, standing)) await wait(5)
      holder.release()
      await pool.query(`DROP TRIGGER pause ON ${table}`)
    },
  }
}

/** The connections that stand at the pause. */
async function standingAt(client: PoolClient): Promise<number[]> {
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = 4711 AND NOT granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  )
  return rows.map(({ pid }) => pid)
}

async function isThere(client: PoolClient, pids: readonly number[]): Promise<boolean> {
  const { rows } = await client.query('SELECT FROM pg_stat_activity WHERE pid = ANY ($1)', [pids])
  return rows.length > 0
}
