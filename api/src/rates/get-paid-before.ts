import type { Tx } from '../db/database.ts'

/**
 * What the paid work of months that are still open would have brought more, per person and month.
 * @param fees what each task is to pay, by number, the first first; the tasks still pay the old price
 * @param hour where hours are paid, what one paid until now and is to pay: everybody's minutes bring as much more, reckoned from
 *   the price they were paid at, since earlier raises were topped up before
 */
export function getPaidBefore(
  tx: Tx,
  orderId: string,
  fees: readonly number[],
  hour: { wasYen: number; yen: number } | null,
): Promise<{ personId: string; doneOn: Date; amountYen: number }[]> {
  return tx.rows.$queryRaw`
    SELECT p.person_id AS "personId", max(p.received_on) AS "doneOn",
           sum(CASE WHEN ${hour === null} THEN fee.yen - t.fee_yen
             ELSE ceil(-p.amount_yen * ${hour?.yen ?? 1}::numeric / paid.hour_yen)
               - ceil(-p.amount_yen * ${hour?.wasYen ?? 1}::numeric / paid.hour_yen) END)::int AS "amountYen"
    FROM ledger_posting p
    JOIN ledger_entry e ON e.id = p.entry_id AND (e.cause IN ('assignment_accepted', 'assignment_received')
      OR (e.cause = 'hand_over_shared' AND ${hour !== null}))
    JOIN assignment a ON a.id = p.assignment_id AND a.order_id = ${orderId}::uuid
    JOIN task t ON t.id = a.task_id
    JOIN unnest(${[...fees]}::int[]) WITH ORDINALITY AS fee (yen, number) ON fee.number = t.number AND fee.yen > t.fee_yen
    CROSS JOIN LATERAL (SELECT coalesce((SELECT r.was_yen FROM pay_raise r WHERE r.order_id = a.order_id AND r.raised_at >= p.posted_at
      ORDER BY r.raised_at, r.id LIMIT 1), ${hour?.wasYen ?? 1}) AS hour_yen) paid
    WHERE p.account = 'payable'
      AND to_char(p.received_on, 'YYYY-MM') > coalesce((SELECT max(month) FROM pay_month WHERE state = 'closed'), '')
    GROUP BY p.person_id, to_char(p.received_on, 'YYYY-MM')
    ORDER BY 1, 2`
}
