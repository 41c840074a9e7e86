import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaContainer, SchemaEngine } from '@prisma/schema-engine-wasm'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import type pg from 'pg'
import { DatabaseTrouble } from './database-trouble.ts'

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>
type Engines = { SchemaEngine: typeof SchemaEngine; __wbg_set_wasm(exports: WebAssembly.Exports): void }

let engines: Promise<Engines> | undefined

/** Prisma's schema engine as WebAssembly: the same engine its CLI would download, without the download. */
async function loadEngines(): Promise<Engines> {
  const require = createRequire(import.meta.url)
  const wasmFile = require.resolve('@prisma/schema-engine-wasm').replace('schema_engine.js', 'schema_engine_bg.wasm')
  const loaded = glue as unknown as Engines
  const imports = { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports }
  const { instance } = await WebAssembly.instantiate(await readFile(wasmFile), imports)
  loaded.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start as () => void
  start()
  return loaded
}

function asAdapterError(error: unknown, script: string): unknown {
  const refused = error as { code?: string; severity?: string; message: string; detail?: string; position?: string }
  if (!refused.code) return error
  const line = refused.position ? `, line ${script.slice(0, Number(refused.position)).split('\n').length}` : ''
  // The engine rewords the codes it knows and loses the sentence; this one ("raise exception") it hands on as it is.
  return new DriverAdapterError({
    kind: 'postgres',
    code: 'P0001',
    severity: refused.severity ?? 'ERROR',
    message: `${refused.message} (SQL state ${refused.code}${line})`,
    detail: refused.detail,
    column: undefined,
    hint: undefined,
  })
}

// PostgreSQL's own numbers of two types: the one-letter "char" of its catalogue, and char(n).
const catalogueLetter = 18
const fixedText = 1042

/** The engine reads PostgreSQL's catalogue, whose one-letter columns the adapter does not know; it asks one thing at a time. */
function teachLetters(adapter: Adapter): void {
  let letters: number[] = []
  const pool = adapter.underlyingDriver()
  const query = pool.query.bind(pool) as (config: pg.QueryArrayConfig) => Promise<pg.QueryArrayResult>
  const readingLetters = async (config: pg.QueryArrayConfig) => {
    const result = await query(config)
    letters = []
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== catalogueLetter) continue
      field.dataTypeID = fixedText
      letters.push(index)
    }
    return result
  }
  pool.query = readingLetters as unknown as typeof pool.query
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (asked) => {
    const result = await queryRaw(asked)
    for (const index of letters) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
}

/** Prisma's adapter, with the three things the engine needs that it lacks. */
class EngineAdapter extends PrismaPg {
  readonly opened: Adapter[] = []

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect()
    this.opened.push(adapter)
    const pool = adapter.underlyingDriver()
    // The adapter cuts a script at every semicolon, which breaks function bodies. PostgreSQL takes the whole script
    // at once, and then all of it holds or none, as with Prisma's own command.
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: unknown) => {
        throw asAdapterError(error, script)
      })
    }
    teachLetters(adapter)
    return adapter
  }

  /** The engine forgets to close what it opened, and an open pool keeps the process alive. */
  async close(): Promise<void> {
    for (const adapter of this.opened) await adapter.dispose().catch(() => undefined)
  }
}

/** Runs `work` with an engine connected to this database, and closes everything afterwards. */
export async function withSchemaEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  engines ??= loadEngines()
  const { SchemaEngine: Engine } = await engines
  const adapter = new EngineAdapter({ connectionString: databaseUrl, max: 1 })
  try {
    const engine = await Engine.new(
      { datamodels: undefined },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(adapter),
    )
    try {
      return await work(engine)
    } finally {
      engine.free()
    }
  } finally {
    await adapter.close()
  }
}

/** Nothing in our databases is managed by anybody else. */
export const everything = { externalTables: [], externalEnums: [] }

/** Reads the migration folders in order of their names; each holds one `migration.sql`. */
export async function readMigrations(migrationsFolder: string): Promise<MigrationList> {
  const baseDir = resolve(migrationsFolder)
  const entries = await readdir(baseDir, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  const migrationDirectories = await Promise.all(
    names.map(async (name) => {
      const value = await readFile(join(baseDir, name, 'migration.sql'), 'utf8').catch(() => {
        throw new DatabaseTrouble(`The migration ${name} has no migration.sql; put the file back or remove its folder.`)
      })
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } }
    }),
  )
  const content = await readFile(join(baseDir, 'migration_lock.toml'), 'utf8').catch(() => null)
  return { baseDir, lockfile: { path: 'migration_lock.toml', content }, shadowDbInitScript: '', migrationDirectories }
}

/** Reads the Prisma schema, which is a folder of `.prisma` files. */
export async function readSchema(schemaFolder: string): Promise<SchemaContainer[]> {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith('.prisma')).sort()
  return Promise.all(
    names.map(async (name) => ({
      path: resolve(schemaFolder, name),
      content: await readFile(join(schemaFolder, name), 'utf8'),
    })),
  )
}
