import type { Rows } from '../db/database.ts'
import { yenFromBigInt } from '../kernel/yen.ts'

/** What is left of a deposit after the invoices it pays. */
export interface Advance {
  depositId: string
  clientId: string
  leftYen: number
}

/** Deposits with something left, of one client or of all, the oldest first. */
export async function getAdvances(rows: Rows, clientId: string | null): Promise<Advance[]> {
  const found = await rows.$queryRaw<{ depositId: string; clientId: string; leftYen: bigint }[]>`
    SELECT d.id AS "depositId", m.client_id AS "clientId",
           (d.amount_yen + m.fee_yen - coalesce(sum(a.amount_yen), 0))::bigint AS "leftYen"
    FROM deposit d JOIN deposit_match m ON m.deposit_id = d.id LEFT JOIN allocation a ON a.deposit_id = d.id
    WHERE ${clientId}::uuid IS NULL OR m.client_id = ${clientId}::uuid
    GROUP BY d.id, m.deposit_id
    HAVING d.amount_yen + m.fee_yen > coalesce(sum(a.amount_yen), 0)
    ORDER BY d.paid_on, d.id`
  return found.map((row) => ({ ...row, leftYen: yenFromBigInt(row.leftYen) }))
}
