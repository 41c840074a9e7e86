import { expect } from 'vitest'
import { dataChecks } from '../../api/src/data-checks.ts'
import type { DataCheck } from '../../api/src/kernel/data-check.ts'
import { checks as ledgerChecks } from '../../api/src/ledger/ledger-checks.ts'
import { checks as reviewsChecks } from '../../api/src/reviews/reviews-checks.ts'
import type { Stored } from './house.ts'

/** What must hold of reviews and money even where a test wrote the work's rows itself, without their events. */
export const reviewAndLedgerChecks: readonly DataCheck[] = [...reviewsChecks, ...ledgerChecks]

/** The sentences that do not hold on the house's database, each with at most ten offending rows; by default of every slice. */
export async function brokenSentences(house: Stored, some?: readonly DataCheck[]): Promise<Record<string, unknown[]>> {
  const broken: Record<string, unknown[]> = {}
  const checks = some ?? dataChecks
  expect(checks.length).toBeGreaterThan(0)
  for (const { sentence, sql } of checks) {
    const { rows } = await house.world.db.pool.query<Record<string, unknown>>(sql)
    if (rows.length > 0) broken[sentence] = rows.slice(0, 10)
  }
  return broken
}

/** All of these checks hold; by default those of every slice, as a story must leave them. */
export async function expectChecksHold(house: Stored, some?: readonly DataCheck[]): Promise<void> {
  expect(await brokenSentences(house, some)).toEqual({})
}
