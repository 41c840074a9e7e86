import pg from 'pg'
import type { Database } from './database.ts'

// An empty schema of this name says: the demo town was begun here and is not whole yet. Nobody could sign in meanwhile.
const mark = 'tsumugi_demo_unfinished'

/** Whoever makes the demo town holds this key alone. */
export const demoKey = 'demo town'

/** Runs `fill` between setting and removing the mark, so that a start killed half-way is known at the next one. */
export async function marked<T>(db: Database, fill: () => Promise<T>): Promise<T> {
  await db.pool.query(`CREATE SCHEMA IF NOT EXISTS ${mark}`)
  const result = await fill()
  await db.pool.query(`DROP SCHEMA ${mark}`)
  return result
}

/**
 * Empties a database in which a demo town was left half-made; answers whether there was one. While somebody is making
 * it at this moment, which its advisory lock says, nothing is emptied.
 */
export async function clearUnfinishedDemo(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_namespace WHERE nspname = $1', [mark])
    if (rowCount === 0) return false
    const locked = await client.query<{ mine: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine',
      [demoKey],
    )
    if (!locked.rows[0]?.mine) return false
    // One transaction: killed here, the mark stays and the next start empties again.
    await client.query(`
      BEGIN;
      DROP SCHEMA public CASCADE;
      CREATE SCHEMA public;
      DROP SCHEMA IF EXISTS graphile_worker CASCADE;
      DROP SCHEMA IF EXISTS tsumugi_runtime CASCADE;
      DROP SCHEMA ${mark};
      COMMIT`)
    return true
  } finally {
    await client.end()
  }
}
