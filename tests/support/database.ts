import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { applyMigrations } from '../../api/src/db/apply-migrations.ts'
import { withFileLock } from '../../api/src/db/folder-lock.ts'
import { testServerUrl } from './test-server.ts'

/** A database of one test file's own. */
export interface TestDatabase {
  url: string
  /** Closes whatever is still connected to it and removes it. */
  drop(): Promise<void>
}

const migrationsFolder = resolve(import.meta.dirname, '../../prisma/migrations')

function runFolder(): string {
  const folder = process.env.TSUMUGI_TEST_FOLDER
  if (!folder) throw new Error('No test run was set up: add tests/support/postgres.ts as globalSetup of this project.')
  return folder
}

/** Every database of a run begins with this, so that the run finds its own on a server it shares. */
function prefixOf(folder: string): string {
  return `tsumugi_${createHash('sha256').update(folder).digest('hex').slice(0, 10)}_`
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

async function onServer<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function migratedTemplate(serverUrl: string): Promise<string> {
  const folder = runFolder()
  const template = `${prefixOf(folder)}template`
  await withFileLock(join(folder, 'template.lock'), async () => {
    const ready = join(folder, 'template-ready')
    if (existsSync(ready)) return
    await onServer(serverUrl, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${template}`)
      await client.query(`CREATE DATABASE ${template} TEMPLATE template0`)
    })
    await applyMigrations(urlOf(serverUrl, template), { migrationsFolder })
    await writeFile(ready, '')
  })
  return template
}

async function makeDatabase(serverUrl: string, template: string): Promise<TestDatabase> {
  const name = `${prefixOf(runFolder())}${randomBytes(5).toString('hex')}`
  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  return {
    url: urlOf(serverUrl, name),
    drop: () =>
      onServer(serverUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      }),
  }
}

/** A copy of the freshly migrated database (about 50 ms); call it once per test file, and `drop` it in `afterAll`. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const serverUrl = await testServerUrl(runFolder())
  return makeDatabase(serverUrl, await migratedTemplate(serverUrl))
}

/** Copies of a database as it stands; whoever is connected to it is cut off meanwhile and connects anew. */
export async function copyDatabase(url: string, count: number): Promise<TestDatabase[]> {
  const serverUrl = await testServerUrl(runFolder())
  const name = new URL(url).pathname.slice(1)
  return onServer(serverUrl, async (client) => {
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
    try {
      const copies: TestDatabase[] = []
      for (let made = 0; made < count; made++) copies.push(await makeDatabase(serverUrl, name))
      return copies
    } finally {
      await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    }
  })
}

/** A database without anything in it, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return makeDatabase(await testServerUrl(runFolder()), 'template0')
}

/** Removes every database of a run from a server that outlives it. */
export async function dropRunDatabases(folder: string): Promise<void> {
  await onServer(await testServerUrl(folder), async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [prefixOf(folder)],
    )
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
  })
}
