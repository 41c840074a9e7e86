import { createHash } from 'node:crypto'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { DatabaseTrouble } from './database-trouble.ts'
import { everything, readMigrations, withSchemaEngine } from './schema-engine.ts'

/** Any fixed number will do, as long as nobody else takes an advisory lock with it. */
const lockNumber = 7_305_116_001

interface RecordedMigration {
  migration_name: string
  checksum: string
  finished_at: Date | null
  rolled_back_at: Date | null
  logs: string | null
}

async function recordedMigrations(client: pg.Client): Promise<RecordedMigration[]> {
  const { rows } = await client.query<{ found: boolean }>(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS found`,
  )
  if (!rows[0]?.found) return []
  const recorded = await client.query<RecordedMigration>(
    'SELECT migration_name, checksum, finished_at, rolled_back_at, logs FROM public._prisma_migrations ORDER BY started_at',
  )
  return recorded.rows.filter((row) => row.rolled_back_at === null)
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}

/** Throws when the database cannot be brought up to date as it is; answers the names that are still to be applied. */
function pendingNames(list: MigrationList, recorded: RecordedMigration[]): string[] {
  const unfinished = recorded.find((row) => row.finished_at === null)
  if (unfinished) {
    const name = unfinished.migration_name
    throw new DatabaseTrouble(
      `The migration ${name} was begun on this database and never noted as finished, as happens when the process ` +
        'is killed or another tool failed. Look whether its changes are there, then say so: ' +
        `npm run migration -- resolve ${name} applied (they are) or rolled-back (they are not).`,
    )
  }
  const known = new Set(list.migrationDirectories.map((each) => each.path))
  const foreign = recorded.find((row) => !known.has(row.migration_name))
  if (foreign) {
    throw new DatabaseTrouble(
      `The database holds the migration ${foreign.migration_name}, which this version does not have: ` +
        'the database was used by a newer version. Start that version, or use another database.',
    )
  }
  const checksums = new Map(recorded.map((row) => [row.migration_name, row.checksum]))
  const pending: string[] = []
  for (const { path, migrationFile } of list.migrationDirectories) {
    const checksum = checksums.get(path)
    if (checksum === undefined) pending.push(path)
    else if (migrationFile.content.tag === 'ok' && checksum !== checksumOf(migrationFile.content.value)) {
      throw new DatabaseTrouble(
        `The migration ${path} was changed after it had been applied to this database. ` +
          'Put the file back as it was and write the change as a new migration.',
      )
    }
  }
  return pending
}

function plainReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  // The engine adds its own call stack, line by line, and the name of its layer.
  return message
    .replace(/^(Error: )?(external connector error\s*)?(Error querying the database: )?(ERROR: )?/i, '')
    .replace(/\n\s+\d+: [\s\S]*$/, '')
    .trim()
}

/** A migration is one script that holds as a whole or not at all, so after a failure only the note of it is left to undo. */
async function takeBack(client: pg.Client, databaseUrl: string): Promise<string> {
  const failed = (await recordedMigrations(client)).find((row) => row.finished_at === null)
  if (!failed) return 'next in line'
  await withSchemaEngine(databaseUrl, (engine) =>
    engine.markMigrationRolledBack({ migrationName: failed.migration_name }),
  )
  return failed.migration_name
}

/**
 * Brings a database up to date with ordinary Prisma migration folders and records them in `_prisma_migrations`
 * as Prisma's own command does. Safe when several processes start at once: one works, the others wait.
 * Throws in plain words when a migration fails, failed before, was edited, or comes from a newer version.
 */
export async function applyMigrations(
  databaseUrl: string,
  { migrationsFolder }: { migrationsFolder: string },
): Promise<{ applied: string[] }> {
  const list = await readMigrations(migrationsFolder)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber])
    const pending = pendingNames(list, await recordedMigrations(client))
    if (pending.length === 0) return { applied: [] }
    const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
      engine.applyMigrations({ migrationsList: list, filters: everything }),
    ).catch(async (error: unknown) => {
      const failed = await takeBack(client, databaseUrl)
      throw new DatabaseTrouble(
        `The migration ${failed} could not be applied, and nothing of it was kept: ${plainReason(error)}`,
      )
    })
    return { applied: appliedMigrationNames }
  } finally {
    await client.end()
  }
}
