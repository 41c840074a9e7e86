import type pg from 'pg'

/**
 * What is not worth keeping (how often sign-in was tried), in a schema of its own: what lies in `public` is Prisma's and
 * comes from migrations only.
 */
export const runtimeSchema = 'tsumugi_runtime'

/** Any fixed number, as long as nobody else takes an advisory lock with it. */
const lockNumber = 7_305_116_002

/** Makes the schema and its tables where they are missing; several processes may start at once. */
export async function prepareRuntimeSchema(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    // CREATE … IF NOT EXISTS is not safe against itself, hence the lock.
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockNumber])
    await client.query(`
      CREATE SCHEMA IF NOT EXISTS ${runtimeSchema};
      CREATE UNLOGGED TABLE IF NOT EXISTS ${runtimeSchema}.pace (
        key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);`)
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}
