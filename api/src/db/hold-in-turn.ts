import type pg from 'pg'

/**
 * Runs `work` while holding the advisory lock of this key, waiting for whoever holds it. For short work only, and never
 * inside a transaction of the same pool: it takes a connection.
 */
export async function holdInTurn<T>(pool: pg.Pool, key: string, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const ignore = () => {}
  // The pool listens to idle connections only: a database that restarts meanwhile would end this whole process.
  client.on('error', ignore)
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [key])
    try {
      return await work()
    } finally {
      // On a connection that is gone the lock is free already.
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch(ignore)
    }
  } finally {
    client.off('error', ignore)
    client.release()
  }
}
