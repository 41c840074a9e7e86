import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyMigrations } from '../../api/src/db/apply-migrations.ts'
import { runDataChecks } from '../../scripts/data-checks.ts'
import { partMark } from '../../scripts/dump-release.ts'
import { dumpSchema } from '../../scripts/dump-schema.ts'
import { migrationsFolder, root } from '../../scripts/places.ts'
import { emptyDatabase, type TestDatabase } from '../support/database.ts'

const folder = join(root, 'tests/fixtures/releases')
const releases = (await readdir(folder)).filter((name) => name.endsWith('.sql'))

let database: TestDatabase
beforeEach(async () => {
  database = await emptyDatabase()
})
afterEach(() => database.drop())

/** Reads a dump back, part by part; answers how many rows the tables `counted` held then. */
async function restore(name: string): Promise<{ people: number; postings: number }> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    const text = await readFile(join(folder, name), 'utf8')
    for (const part of text.split(new RegExp(`^(?=${partMark})`, 'm'))) await client.query(part)
    const { rows } = await client.query(
      'SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM ledger_posting) AS postings',
    )
    return rows[0]
  } finally {
    await client.end()
  }
}

test.each(releases)('a house as of %s, with its work and money, comes up to date and loses nothing', async (name) => {
  const before = await restore(name)
  expect(before.people).toBeGreaterThan(10)
  expect(before.postings).toBeGreaterThan(10)
  await applyMigrations(database.url, { migrationsFolder })
  expect(await dumpSchema(database.url)).toBe(await readFile(join(root, 'prisma/schema.sql'), 'utf8'))
  const checks = await runDataChecks(database.url)
  expect(checks.filter(({ offending }) => offending.length > 0)).toEqual([])
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query(
    'SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM ledger_posting) AS postings',
  )
  await client.end()
  expect(rows[0]).toEqual(before)
})
