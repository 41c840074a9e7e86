import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { FileStore } from '../../api/src/files/file-store.ts'
import { BackupTrouble, filePath, type Manifest, manifestName, tablePath } from './manifest.ts'
import { tablesInOrder } from './tables.ts'

interface Source {
  databaseUrl: string
  files: FileStore
  say: (line: string) => void
  now: Date
}

/**
 * Writes the whole house into a folder that must not exist yet: every table as of one moment, then every file those tables
 * speak of (files are never changed, and kept for a day after nobody wants them). Constant memory. The folder has its
 * name only when it is whole; one that was not finished ends in `.partial`.
 */
export async function writeBackup(folder: string, source: Source): Promise<Manifest> {
  if (existsSync(folder)) throw new BackupTrouble(`${folder} is there already. Choose a new name.`)
  const partial = `${folder}.partial`
  await mkdir(dirname(folder), { recursive: true })
  await mkdir(partial).catch(() => {
    throw new BackupTrouble(
      `${partial} is there: another backup is under way, or was killed. Remove it, if it was killed.`,
    )
  })
  try {
    const manifest = await write(partial, source)
    await rename(partial, folder)
    return manifest
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

async function write(folder: string, { databaseUrl, files, say, now }: Source): Promise<Manifest> {
  await mkdir(join(folder, 'tables'))
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const database = await copyTables(client, folder, say)
    const kept = await copyFiles(client, folder, files, say)
    const manifest: Manifest = { format: 1, madeAt: now.toISOString(), ...database, files: kept }
    await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 1)}\n`)
    return manifest
  } finally {
    await client.end()
  }
}

async function copyTables(client: pg.Client, folder: string, say: Source['say']) {
  const tables: Manifest['tables'] = []
  for (const { name, columns } of await tablesInOrder(client)) {
    const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
    const copy = client.query(copyTo(`COPY public.${pg.escapeIdentifier(name)} (${list}) TO STDOUT`))
    const sha256 = await writeHashed(copy, tablePath(folder, name))
    tables.push({ name, columns, rows: copy.rowCount ?? 0, sha256 })
    say(`  ${name}: ${copy.rowCount ?? 0} rows`)
  }
  const applied = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  )
  const sequences = await client.query<{ name: string; lastValue: string | null }>(
    `SELECT sequencename AS name, last_value AS "lastValue" FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
  )
  return {
    migrations: applied.rows.map(({ name }) => name),
    tables,
    sequences: sequences.rows.map(({ name, lastValue }) => ({
      name,
      lastValue: lastValue === null ? null : Number(lastValue),
    })),
  }
}

async function copyFiles(client: pg.Client, folder: string, store: FileStore, say: Source['say']) {
  const { rows } = await client.query<{ sha256: string; bytes: string }>(
    'SELECT sha256, bytes FROM stored_file UNION SELECT sha256, bytes FROM file_derivative ORDER BY 1',
  )
  const kept: Manifest['files'] = []
  for (const { sha256, bytes } of rows) {
    const path = filePath(folder, sha256)
    await mkdir(dirname(path), { recursive: true })
    const found = await writeHashed(store.open(sha256), path)
    if (found !== sha256) throw new BackupTrouble(`The file store holds something else under ${sha256}.`)
    kept.push({ sha256, bytes: Number(bytes) })
    if (kept.length % 1_000 === 0) say(`  ${kept.length} of ${rows.length} files`)
  }
  say(`  ${kept.length} files`)
  return kept
}

/** Writes a stream to a file; answers its sha256. */
async function writeHashed(source: NodeJS.ReadableStream, path: string): Promise<string> {
  const hash = createHash('sha256')
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(source, tap, createWriteStream(path, { flags: 'wx', flush: true }))
  return hash.digest('hex')
}
