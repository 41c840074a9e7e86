/**
 * npm run migration -- verb_noun                                writes a new migration: the SQL from the migrations to the schema
 * npm run migration -- resolve NAME applied|rolled-back         notes by hand how an interrupted migration ended
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readMigrations, withSchemaEngine } from '../api/src/db/schema-engine.ts'
import { emptyDatabase } from '../tests/support/database.ts'
import { schemaDifference } from './compare-schema.ts'
import { migrationsFolder, schemaFolder } from './places.ts'
import { withProjectDatabase } from './project-database.ts'
import { withScratchServer } from './scratch-database.ts'

async function newMigration(name: string): Promise<void> {
  if (!/^[a-z]+(_[a-z0-9]+)+$/.test(name)) throw new Error('Name it verb_noun, such as add_invoices.')
  await mkdir(migrationsFolder, { recursive: true })
  const sql = await withScratchServer(async () =>
    schemaDifference((await emptyDatabase()).url, { migrationsFolder, schemaFolder }),
  )
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const last = (await readdir(migrationsFolder))
    .filter((each) => /^\d{14}_/.test(each))
    .sort()
    .at(-1)
  if (last && last.slice(0, 14) >= time) throw new Error(`${last} is dated later than now; wait or rename it.`)
  const folder = join(migrationsFolder, `${time}_${name}`)
  await mkdir(folder)
  await writeFile(
    join(folder, 'migration.sql'),
    sql ?? '-- The schema asks for no change; write by hand what else must hold.\n',
  )
  await writeFile(join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  console.log(`Wrote ${join(folder, 'migration.sql')}${sql ? '' : ' (empty: the schema asks for no change)'}`)
}

async function resolveMigration(migrationName: string, as: string): Promise<void> {
  if (as !== 'applied' && as !== 'rolled-back') throw new Error('Say how it ended: applied or rolled-back.')
  const migrationsList = await readMigrations(migrationsFolder)
  await withProjectDatabase((url) =>
    withSchemaEngine<unknown>(url, (engine) =>
      as === 'applied'
        ? engine.markMigrationApplied({ migrationName, migrationsList })
        : engine.markMigrationRolledBack({ migrationName }),
    ),
  )
  console.log(`${migrationName} is noted as ${as}.`)
}

const [first = '', second = '', third = ''] = process.argv.slice(2)
const work = first === 'resolve' ? resolveMigration(second, third) : newMigration(first)
await work.catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
