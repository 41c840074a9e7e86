import type pg from 'pg'

/**
 * Runs `work` while holding the advisory lock of this key, unless somebody holds it already: then it does nothing.
 * The lock hangs on a connection, so it is free the moment the process holding it dies.
 * @returns whether the work was done here
 */
export async function holdAlone(pool: pg.Pool, key: string, work: () => Promise<void>): Promise<boolean> {
  const client = await pool.connect()
  try {
    const locked = await client.query<{ mine: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine',
      [key],
    )
    if (!locked.rows[0]?.mine) return false
    try {
      await work()
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key])
    }
    return true
  } finally {
    client.release()
  }
}
