import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbeddedPostgres, stopEmbeddedPostgres } from '../../api/src/db/embedded-postgres.ts'

let dataFolder: string
const noteFile = () => join(dataFolder, 'postgres/postmaster.pid')
const start = () => startEmbeddedPostgres({ dataFolder, settings: { fsync: 'off', shared_buffers: '32MB' } })

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'embedded-postgres-'))
  await chmod(dataFolder, 0o755)
})

afterEach(async () => {
  await stopEmbeddedPostgres({ dataFolder })
  await rm(dataFolder, { recursive: true, force: true })
})

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function serverPid(): Promise<number> {
  return Number((await readFile(noteFile(), 'utf8')).split('\n')[0])
}

async function runs(): Promise<boolean> {
  return (await stat(noteFile()).catch(() => null)) !== null
}

test('keeps the data from one start to the next, for this machine and its password only', async () => {
  const first = await start()
  await ask(first.url, 'CREATE TABLE kept (word text)')
  await ask(first.url, `INSERT INTO kept VALUES ('紡ぎ')`)
  expect((await stat(join(dataFolder, 'postgres-password'))).mode & 0o777).toBe(0o600)
  expect(await ask(first.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  const withoutPassword = first.url.replace(/:[0-9a-f]+@/, ':wrong@')
  await expect(ask(withoutPassword, 'SELECT 1')).rejects.toThrow('password authentication failed')
  await first.stop()
  expect(await runs()).toBe(false)

  const second = await start()
  expect(await ask(second.url, 'SELECT word FROM kept')).toEqual([{ word: '紡ぎ' }])
  await second.stop()
})

test('uses the server another start left running, and the last one out stops it', async () => {
  const [first, second] = await Promise.all([start(), start()])
  expect(second.url).toBe(first.url)
  await first.stop()
  expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await second.stop()
  expect(await runs()).toBe(false)
})

test('recovers when the server was killed', async () => {
  const first = await start()
  await ask(first.url, 'CREATE TABLE kept (id int)')
  process.kill(await serverPid(), 'SIGKILL')
  const second = await start()
  expect(await ask(second.url, 'SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 0 }])
  await second.stop()
})

test('starts although a killed server’s note names a process that is another program by now', async () => {
  await (await start()).stop()
  await writeFile(noteFile(), `${process.pid}\n${dataFolder}/postgres\n1700000000\n1\n\n127.0.0.1\n\nready\n`)
  const server = await start()
  expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await server.stop()
})

test('says what to do when the password is gone', async () => {
  await (await start()).stop()
  await rm(join(dataFolder, 'postgres-password'))
  await expect(start()).rejects.toThrow(/postgres-password cannot be read. Put that file back/)
})

test('says what to do when the database is of another version', async () => {
  await (await start()).stop()
  await writeFile(join(dataFolder, 'postgres/PG_VERSION'), '17\n')
  await expect(start()).rejects.toThrow(/was made by PostgreSQL 17; this version of Tsumugi brings 18/)
})
