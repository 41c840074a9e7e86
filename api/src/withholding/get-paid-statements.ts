import type { Rows } from '../db/database.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import type { PaidMonth } from './pay-summary-calc.ts'

/** A statement that was paid, and to whom. */
export interface PaidStatement extends PaidMonth {
  personId: string
  personName: string
}

/**
 * Statements paid up to a day, by the day of payment and name: the day the bank was told to pay on, else the pay day. What the
 * bank gave back and nobody sent again was not paid; what is to come is not here yet.
 */
export async function getPaidStatements(
  rows: Rows,
  asked: { from: string; until: string; personId?: string },
): Promise<PaidStatement[]> {
  const found = await rows.$queryRawUnsafe<(Omit<PaidStatement, 'paidOn'> & { paidOn: Date })[]>(
    `SELECT s.person_id AS "personId", person.display_name AS "personName", s.month, paid.on_day AS "paidOn",
            s.fee_yen AS "feeYen", s.withholding_base_yen AS "baseYen", s.tax_yen AS "taxYen",
            s.withheld_yen AS "withheldYen", s.transfer_yen AS "transferYen"
     FROM statement s
     JOIN person ON person.id = s.person_id
     LEFT JOIN LATERAL (SELECT max(r.transfer_on) FILTER (WHERE t.state = 'sent') AS sent_on, bool_or(t.state = 'returned') AS came_back
       FROM transfer t JOIN transfer_run r ON r.id = t.run_id WHERE t.statement_id = s.id) sent ON true
     CROSS JOIN LATERAL (SELECT coalesce(sent.sent_on, s.pay_on) AS on_day) paid
     WHERE paid.on_day >= $1::date AND paid.on_day <= $2::date AND (sent.sent_on IS NOT NULL OR sent.came_back IS NOT TRUE)
       AND ($3::uuid IS NULL OR s.person_id = $3::uuid)
     ORDER BY person.display_name, person.id, paid.on_day, s.month`,
    asked.from,
    asked.until,
    asked.personId ?? null,
  )
  return found.map((statement) => ({ ...statement, paidOn: isoDayOf(statement.paidOn) }))
}
