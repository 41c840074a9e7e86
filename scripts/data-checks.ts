import pg from 'pg'
import { dataChecks } from '../api/src/data-checks.ts'
import type { DataCheck } from '../api/src/kernel/data-check.ts'

/** What came of one check. */
export interface DataCheckResult extends DataCheck {
  /** Rows that break the sentence; at most ten of them. */
  offending: Record<string, unknown>[]
}

/** Runs every data check on this database. */
export async function runDataChecks(databaseUrl: string): Promise<DataCheckResult[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const results: DataCheckResult[] = []
    for (const check of dataChecks) {
      const sql = `SELECT * FROM (${check.sql.trim().replace(/;$/, '')}) AS offending LIMIT 10`
      const { rows } = await client.query<Record<string, unknown>>(sql)
      results.push({ ...check, offending: rows })
    }
    return results
  } finally {
    await client.end()
  }
}
