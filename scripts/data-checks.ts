import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { root } from './places.ts'

/** A sentence that must hold of the data; `sql` answers the rows for which it does not. */
export interface DataCheck {
  sentence: string
  sql: string
}

/** What came of one check. */
export interface DataCheckResult extends DataCheck {
  /** Rows that break the sentence; at most ten of them. */
  offending: Record<string, unknown>[]
}

/** The checks of every slice, from the files `api/src/<slice>/<something>-checks.ts`. */
export async function allDataChecks(): Promise<DataCheck[]> {
  const folder = join(root, 'api/src')
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('-checks.ts')).sort()
  const modules = await Promise.all(
    names.map((name) => import(pathToFileURL(join(folder, name)).href) as Promise<{ checks: DataCheck[] }>),
  )
  return modules.flatMap(({ checks }) => checks)
}

/** Runs every data check on this database. */
export async function runDataChecks(databaseUrl: string): Promise<DataCheckResult[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const results: DataCheckResult[] = []
    for (const check of await allDataChecks()) {
      const sql = `SELECT * FROM (${check.sql.trim().replace(/;$/, '')}) AS offending LIMIT 10`
      const { rows } = await client.query<Record<string, unknown>>(sql)
      results.push({ ...check, offending: rows })
    }
    return results
  } finally {
    await client.end()
  }
}
