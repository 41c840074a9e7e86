import { z } from 'zod'
import type { Rows, Tx } from '../db/database.ts'
import type { World } from '../world.ts'

/** A sentence that did not hold, and for how many rows; from 1,000 on they are not counted further. */
const finding = z.object({ en: z.string(), ja: z.string(), count: z.int() })
export type Finding = z.infer<typeof finding>

/** Notes one round of checks. */
export async function addDataCheckRun(
  tx: Tx,
  run: { id: string; finishedAt: Date; checked: number; findings: Finding[] },
): Promise<void> {
  await tx.rows.dataCheckRun.create({ data: run })
}

/** The last round, null before the first. */
export async function lastDataCheckRun(
  rows: Rows,
): Promise<{ finishedAt: Date; checked: number; findings: Finding[] } | null> {
  const last = await rows.dataCheckRun.findFirst({ orderBy: { finishedAt: 'desc' } })
  return last && { finishedAt: last.finishedAt, checked: last.checked, findings: z.array(finding).parse(last.findings) }
}

const countMax = 1_000

/** How many rows break a sentence, a thousand at most. */
export async function countOffending({ db }: World, sql: string): Promise<number> {
  const counting = `SELECT count(*)::int AS count FROM (SELECT FROM (${sql.trim().replace(/;$/, '')}) AS offending LIMIT ${countMax}) AS few`
  const { rows } = await db.pool.query<{ count: number }>(counting)
  return rows[0]?.count ?? 0
}
