import type { Rows } from '../db/database.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { yenFromBigInt } from '../kernel/yen.ts'

/** An invoice in its newest version, and what is still to be paid of it. */
export interface InvoiceOwed {
  id: string
  number: number
  version: number
  clientId: string
  dueOn: string
  totalYen: number
  /** Below zero when a correction left less than was paid. */
  openYen: number
}

/** Every invoice that is not paid exactly, of one client or of all, the oldest due first. */
export async function getOpenInvoices(rows: Rows, clientId: string | null): Promise<InvoiceOwed[]> {
  const found = await rows.$queryRaw<(Omit<InvoiceOwed, 'dueOn' | 'openYen'> & { dueOn: Date; openYen: bigint })[]>`
    SELECT i.id, i.number, i.version, i.client_id AS "clientId", i.due_on AS "dueOn", i.total_yen AS "totalYen",
           (i.total_yen - coalesce(paid.yen, 0))::bigint AS "openYen"
    FROM invoice i
    LEFT JOIN (SELECT invoice_number, sum(amount_yen) AS yen FROM allocation GROUP BY 1) paid ON paid.invoice_number = i.number
    WHERE (${clientId}::uuid IS NULL OR i.client_id = ${clientId}::uuid)
      AND NOT EXISTS (SELECT FROM invoice later WHERE later.corrects_id = i.id)
      AND i.total_yen <> coalesce(paid.yen, 0)
    ORDER BY i.due_on, i.number`
  return found.map((row) => ({ ...row, dueOn: isoDayOf(row.dueOn), openYen: yenFromBigInt(row.openYen) }))
}

/** What was paid of invoices, by number. */
export async function getPaidYen(rows: Rows, numbers: readonly number[]): Promise<(number: number) => number> {
  const sums = await rows.allocation.groupBy({
    by: ['invoiceNumber'],
    where: { invoiceNumber: { in: [...numbers] } },
    _sum: { amountYen: true },
  })
  const paid = new Map(sums.map((sum) => [sum.invoiceNumber, sum._sum.amountYen ?? 0]))
  return (number) => paid.get(number) ?? 0
}
