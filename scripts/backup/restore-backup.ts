import { createReadStream } from 'node:fs'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { applyMigrations } from '../../api/src/db/apply-migrations.ts'
import type { FileStore } from '../../api/src/files/file-store.ts'
import { BackupTrouble, filePath, type Manifest, readManifest, tablePath, verifyBackup } from './manifest.ts'

interface Target {
  /** An empty database. */
  databaseUrl: string
  files: FileStore
  migrationsFolder: string
  say: (line: string) => void
}

/**
 * Puts a backup into an empty database and a file store, and brings it up to this version. Every byte of the backup is looked
 * at before anything is written; rows come in one transaction, so that a restore that failed leaves an empty house.
 */
export async function restoreBackup(
  folder: string,
  { databaseUrl, files, migrationsFolder, say }: Target,
): Promise<Manifest> {
  const manifest = await readManifest(folder)
  say('Looking through the backup …')
  await verifyBackup(folder, manifest)
  await refuseUnlessEmpty(databaseUrl)
  await migrateTo(databaseUrl, manifest.migrations, migrationsFolder)
  for (const { sha256, bytes } of manifest.files) await files.keep(createReadStream(filePath(folder, sha256)), bytes)
  say(`  ${manifest.files.length} files`)
  await readTables(databaseUrl, folder, manifest, say)
  const { applied } = await applyMigrations(databaseUrl, { migrationsFolder })
  if (applied.length > 0) say(`  brought up to date: ${applied.join(', ')}`)
  return manifest
}

async function refuseUnlessEmpty(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    )
    if (rows.length > 0)
      throw new BackupTrouble('The database is not empty. Restore into a new one, and point DATABASE_URL at it.')
  })
}

/** Makes the tables as they were when the backup was made; newer migrations follow once the rows are there. */
async function migrateTo(databaseUrl: string, names: readonly string[], migrationsFolder: string): Promise<void> {
  const known = new Set(await readdir(migrationsFolder))
  const foreign = names.find((name) => !known.has(name))
  if (foreign) throw new BackupTrouble(`The backup was made by a newer version: this one does not know ${foreign}.`)
  const older = await mkdtemp(join(tmpdir(), 'tsumugi-migrations-'))
  try {
    for (const name of [...names, 'migration_lock.toml']) {
      await cp(join(migrationsFolder, name), join(older, name), { recursive: true })
    }
    await applyMigrations(databaseUrl, { migrationsFolder: older })
  } finally {
    await rm(older, { recursive: true })
  }
}

async function readTables(databaseUrl: string, folder: string, manifest: Manifest, say: Target['say']): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query('BEGIN')
    // Guards ask how a change came about; what is read back was guarded when it happened. Foreign keys and checks still hold.
    const guards = await guardsOf(client)
    for (const { table, name } of guards) await client.query(`ALTER TABLE public.${table} DISABLE TRIGGER ${name}`)
    for (const { name, columns, rows } of manifest.tables) {
      const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
      // Rates a migration brought with it are in the backup too, as they were.
      await client.query(`DELETE FROM public.${pg.escapeIdentifier(name)}`)
      const copy = client.query(copyFrom(`COPY public.${pg.escapeIdentifier(name)} (${list}) FROM STDIN`))
      await pipeline(createReadStream(tablePath(folder, name)), copy)
      if (copy.rowCount !== rows) throw new BackupTrouble(`${name} has ${copy.rowCount} rows and not ${rows}.`)
      say(`  ${name}: ${rows} rows`)
    }
    for (const { name, lastValue } of manifest.sequences) {
      if (lastValue !== null)
        await client.query('SELECT setval($1::regclass, $2)', [`public.${pg.escapeIdentifier(name)}`, lastValue])
    }
    for (const { table, name, mode } of guards) {
      await client.query(`ALTER TABLE public.${table} ENABLE ${mode} TRIGGER ${name}`)
    }
    await client.query('COMMIT')
  })
}

/** The triggers that are on, with how they are. */
async function guardsOf(client: pg.Client): Promise<{ table: string; name: string; mode: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; mode: string }>(`
    SELECT quote_ident(c.relname) AS table, quote_ident(t.tgname) AS name,
           CASE t.tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END AS mode
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND c.relnamespace = 'public'::regnamespace`)
  return rows
}

async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
