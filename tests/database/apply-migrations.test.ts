import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyMigrations } from '../../api/src/db/apply-migrations.ts'
import { schemaDifference } from '../../scripts/compare-schema.ts'
import { migrationsFolder, schemaFolder } from '../../scripts/places.ts'
import { emptyDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await emptyDatabase()
  folder = await mkdtemp(join(tmpdir(), 'migrations-'))
})

afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const apply = () => applyMigrations(database.url, { migrationsFolder: folder })
const bell = '20250101000000_add_bell'
const drum = '20250102000000_add_drum'

test('makes exactly what the schema says', async () => {
  expect(await schemaDifference(database.url, { migrationsFolder, schemaFolder })).toBeNull()
})

test('applies each migration once, in order, and notes it as Prisma does', async () => {
  await write(drum, 'ALTER TABLE bell ADD COLUMN loud boolean')
  await write(bell, 'CREATE TABLE bell (id int)')
  expect(await apply()).toEqual({ applied: [bell, drum] })
  expect(await apply()).toEqual({ applied: [] })
  expect(await query('SELECT migration_name, applied_steps_count FROM _prisma_migrations ORDER BY started_at')).toEqual(
    [
      { migration_name: bell, applied_steps_count: 1 },
      { migration_name: drum, applied_steps_count: 1 },
    ],
  )
})

test('takes functions whose body holds semicolons', async () => {
  await write(
    bell,
    'CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ DECLARE a int; BEGIN a := 2; RETURN a; END; $$;',
  )
  await apply()
  expect(await query('SELECT two()')).toEqual([{ two: 2 }])
})

test('lets four processes start at the same moment', async () => {
  await cp(migrationsFolder, folder, { recursive: true })
  const outcomes = await Promise.all([apply(), apply(), apply(), apply()])
  expect(outcomes.filter(({ applied }) => applied.length > 0)).toHaveLength(1)
})

test('keeps nothing of a migration that fails, says the reason and the line, and goes on once it is repaired', async () => {
  await write(bell, 'CREATE TABLE bell (id int);\nSELECT nonsense;')
  await expect(apply()).rejects.toThrow(
    /20250101000000_add_bell could not be applied.*"nonsense" does not exist.*line 2/s,
  )
  expect(await query(`SELECT to_regclass('bell') AS found`)).toEqual([{ found: null }])
  await write(bell, 'CREATE TABLE bell (id int);')
  expect(await apply()).toEqual({ applied: [bell] })
})

test('refuses a migration that was changed after it had been applied', async () => {
  await write(bell, 'CREATE TABLE bell (id int)')
  await apply()
  await write(bell, 'CREATE TABLE bell (id bigint)')
  await expect(apply()).rejects.toThrow('20250101000000_add_bell was changed after it had been applied')
})

test('refuses a database that a newer version has used', async () => {
  await write(bell, 'CREATE TABLE bell (id int)')
  await write(drum, 'CREATE TABLE drum (id int)')
  await apply()
  await rm(join(folder, drum), { recursive: true })
  await expect(apply()).rejects.toThrow('used by a newer version')
})

test('stops at a migration that was interrupted, and says how to go on', async () => {
  await write(bell, 'CREATE TABLE bell (id int)')
  await apply()
  await query('UPDATE _prisma_migrations SET finished_at = NULL')
  await expect(apply()).rejects.toThrow('npm run migration -- resolve 20250101000000_add_bell')
})
