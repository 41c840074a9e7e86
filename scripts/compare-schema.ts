import { applyMigrations } from '../api/src/db/apply-migrations.ts'
import { everything, readSchema, withSchemaEngine } from '../api/src/db/schema-engine.ts'

/**
 * The SQL that leads from what the migrations make to what the schema folder says; `null` when they agree.
 * `databaseUrl` names an empty database; the migrations are applied to it.
 */
export async function schemaDifference(
  databaseUrl: string,
  folders: { migrationsFolder: string; schemaFolder: string },
): Promise<string | null> {
  await applyMigrations(databaseUrl, folders)
  const files = await readSchema(folders.schemaFolder)
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: folders.schemaFolder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: everything,
    }),
  )
  const sql = stdout ?? ''
  return /^\s*(--[^\n]*\n?\s*)*$/.test(sql) ? null : sql
}
