import type { Rows } from '../db/database.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { yenFromBigInt } from '../kernel/yen.ts'

/** What a client owes for one order and was not invoiced for yet. */
export interface Unbilled {
  clientId: string
  orderId: string
  orderNumber: number
  title: string
  /** The day in Japan it was accepted, or cancelled. */
  soldOn: string
  netYen: number
  taxRateBp: number
  /** Tax as it was posted for this order alone. */
  postedTaxYen: number
}

interface UnbilledRow extends Omit<Unbilled, 'soldOn' | 'netYen' | 'postedTaxYen'> {
  soldOn: Date
  netYen: bigint
  postedTaxYen: bigint
}

/** Everything that was sold and stands on no invoice, of one client or of all, the oldest first. */
export async function getUnbilled(rows: Rows, clientId: string | null): Promise<Unbilled[]> {
  const found = await rows.$queryRaw<UnbilledRow[]>`
    SELECT o.client_id AS "clientId", o.id AS "orderId", o.number AS "orderNumber", o.title, sale.sold_on AS "soldOn",
           sale.net_yen AS "netYen", sale.tax_yen AS "postedTaxYen",
           coalesce(CASE WHEN sale.cause = 'delivery_accepted' THEN q.tax_rate_bp END, rate.value) AS "taxRateBp"
    FROM (
      SELECT e.order_id, e.cause, (e.posted_at AT TIME ZONE 'Asia/Tokyo')::date AS sold_on,
             coalesce(-sum(p.amount_yen) FILTER (WHERE p.account = 'revenue'), 0)::bigint AS net_yen,
             coalesce(-sum(p.amount_yen) FILTER (WHERE p.account = 'tax_received'), 0)::bigint AS tax_yen
      FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id
      WHERE e.cause IN ('delivery_accepted', 'order_cancelled')
      GROUP BY e.id
    ) sale
    JOIN "order" o ON o.id = sale.order_id
    LEFT JOIN quote q ON q.order_id = o.id AND q.state = 'agreed'
    LEFT JOIN dated_rate rate ON rate.kind = 'consumption_tax_bp' AND rate.valid_from <= sale.sold_on
      AND (rate.valid_to IS NULL OR rate.valid_to > sale.sold_on)
    WHERE (${clientId}::uuid IS NULL OR o.client_id = ${clientId}::uuid)
      AND NOT EXISTS (SELECT FROM invoice_line l WHERE l.order_id = o.id AND l.kind = 'order')
    ORDER BY sale.sold_on, o.number`
  return found.map((row) => ({
    ...row,
    soldOn: isoDayOf(row.soldOn),
    netYen: yenFromBigInt(row.netYen),
    postedTaxYen: yenFromBigInt(row.postedTaxYen),
  }))
}
