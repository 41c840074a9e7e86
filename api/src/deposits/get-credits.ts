import type { Rows } from '../db/database.ts'
import { yenFromBigInt } from '../kernel/yen.ts'

/** What a correction left of a payment, by the deposit it came with. */
export interface Credit {
  depositId: string
  clientId: string
  /** Of the invoice that was paid with more than it asks for now. */
  number: number
  leftYen: number
}

/** What clients paid of invoices that were corrected to less since, of one client or of all; the newest payments first. */
export async function getCredits(rows: Rows, clientId: string | null): Promise<Credit[]> {
  const found = await rows.$queryRaw<(Omit<Credit, 'leftYen'> & { leftYen: bigint })[]>`
    WITH paid AS (SELECT a.invoice_number, a.deposit_id, sum(a.amount_yen) AS yen FROM allocation a GROUP BY 1, 2),
    part AS (
      SELECT p.deposit_id, p.invoice_number, p.yen, i.client_id,
             sum(p.yen) OVER (PARTITION BY p.invoice_number) - i.total_yen AS credit_yen,
             sum(p.yen) OVER (PARTITION BY p.invoice_number ORDER BY p.deposit_id DESC) - p.yen AS newer_yen
      FROM paid p JOIN invoice i ON i.number = p.invoice_number
      WHERE NOT EXISTS (SELECT FROM invoice later WHERE later.corrects_id = i.id)
        AND (${clientId}::uuid IS NULL OR i.client_id = ${clientId}::uuid)
    )
    SELECT deposit_id AS "depositId", client_id AS "clientId", invoice_number AS number,
           least(yen, credit_yen - newer_yen)::bigint AS "leftYen"
    FROM part WHERE least(yen, credit_yen - newer_yen) > 0 ORDER BY invoice_number, deposit_id DESC`
  return found.map((row) => ({ ...row, leftYen: yenFromBigInt(row.leftYen) }))
}
