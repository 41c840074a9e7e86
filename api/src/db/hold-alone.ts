import type pg from 'pg'

/**
 * Runs `work` while holding the advisory lock of this key, unless somebody holds it already: then it does nothing.
 * The lock hangs on a connection, so it is free the moment the process holding it dies.
 * @returns whether the work was done here
 */
export async function holdAlone(pool: pg.Pool, key: string, work: () => Promise<void>): Promise<boolean> {
  const client = await pool.connect()
  // The pool listens to idle connections only: a database that restarts meanwhile would end this whole process.
  client.on('error', ignore)
  try {
    const locked = await client.query<{ mine: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine',
      [key],
    )
    if (!locked.rows[0]?.mine) return false
    try {
      await work()
    } finally {
      // On a connection that is gone the lock is free already.
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch(ignore)
    }
    return true
  } finally {
    client.off('error', ignore)
    client.release()
  }
}

function ignore(): void {}
