import { z } from 'zod'
import type { Rows, Tx } from '../db/database.ts'

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
