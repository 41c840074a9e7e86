import { expect } from 'vitest'
import { allDataChecks } from '../../scripts/data-checks.ts'
import type { House } from './house.ts'

/** Runs every data check on the house's database: the sentences that do not hold, each with at most ten offending rows. */
export async function brokenSentences(house: House): Promise<Record<string, unknown[]>> {
  const broken: Record<string, unknown[]> = {}
  const checks = await allDataChecks()
  expect(checks.length).toBeGreaterThan(0)
  for (const { sentence, sql } of checks) {
    const { rows } = await house.world.db.pool.query<Record<string, unknown>>(sql)
    if (rows.length > 0) broken[sentence] = rows.slice(0, 10)
  }
  return broken
}

/** Every data check holds. */
export async function expectChecksHold(house: House): Promise<void> {
  expect(await brokenSentences(house)).toEqual({})
}
