import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { tablesInOrder } from './backup/tables.ts'

/** Begins each part of a dump; a part is a transaction of its own, as a migration is. */
export const partMark = '-- part: '

// Guards ask how a change came about; what is written here was guarded when it happened.
const guardsOff = `CREATE TEMP TABLE guard AS SELECT tgrelid::regclass::text AS owner, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal;
DO $$ DECLARE g record; BEGIN FOR g IN SELECT * FROM guard LOOP
  EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', g.owner, g.tgname); END LOOP; END $$;`
const guardsOn = `DO $$ DECLARE g record; BEGIN FOR g IN SELECT * FROM guard LOOP
  EXECUTE format('ALTER TABLE %s ENABLE %s TRIGGER %I', g.owner, CASE g.tgenabled WHEN 'A' THEN 'ALWAYS' ELSE '' END, g.tgname);
END LOOP; END $$;
DROP TABLE guard;`

// As Prisma makes it.
const notes = `CREATE TABLE public._prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0);`
const noted = ['id', 'checksum', 'finished_at', 'migration_name', 'started_at', 'applied_steps_count']

/**
 * A whole database as SQL that psql reads: the migrations it was made by, word for word, then every row, in the order
 * foreign keys allow. For small databases: all of it is held in memory.
 */
export async function dumpRelease(databaseUrl: string, migrationsFolder: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL timezone TO 'UTC'`)
    const parts = [...(await migrationsOf(client, migrationsFolder)), { name: 'rows', sql: await rowsOf(client) }]
    return parts.map(({ name, sql }) => `${partMark}${name}\n${sql.trim()}\n`).join('\n')
  } finally {
    await client.end()
  }
}

async function migrationsOf(client: pg.Client, folder: string): Promise<{ name: string; sql: string }[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  )
  const read = ({ name }: { name: string }) => readFile(join(folder, name, 'migration.sql'), 'utf8')
  return Promise.all(rows.map(async (row) => ({ name: row.name, sql: await read(row) })))
}

async function rowsOf(client: pg.Client): Promise<string> {
  const tables = await tablesInOrder(client)
  const lines = [
    notes,
    await insertion(client, '_prisma_migrations', noted),
    guardsOff,
    // What migrations brought with them is among the rows, as it was.
    ...tables.toReversed().map(({ name }) => `DELETE FROM public.${pg.escapeIdentifier(name)};`),
  ]
  for (const { name, columns } of tables) lines.push(await insertion(client, name, columns))
  const sequences = await client.query<{ name: string; last: string }>(
    `SELECT sequencename AS name, last_value AS last FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  )
  for (const { name, last } of sequences.rows)
    lines.push(`SELECT setval('public.${pg.escapeIdentifier(name)}', ${last});`)
  return [...lines, guardsOn].filter((line) => line !== '').join('\n')
}

/** One statement that writes a table's rows, one to a line; empty for an empty table. */
async function insertion(client: pg.Client, table: string, columns: readonly string[]): Promise<string> {
  const name = `public.${pg.escapeIdentifier(table)}`
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const { rows } = await client.query<{ row: string }>(
    `SELECT row_to_json(t)::text AS row FROM (SELECT ${list} FROM ${name} ORDER BY 1, 2) t`,
  )
  if (rows.length === 0) return ''
  const literal = `'[\n${rows.map(({ row }) => row.replaceAll("'", "''")).join(',\n')}\n]'`
  return `INSERT INTO ${name} (${list}) OVERRIDING SYSTEM VALUE\nSELECT ${list} FROM json_populate_recordset(NULL::${name}, ${literal});`
}
