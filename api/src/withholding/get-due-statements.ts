import type { Rows } from '../db/database.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import type { DueMonth } from './pay-summary-calc.ts'

/** A statement whose pay day came, and whose it is. */
export interface DueStatement extends DueMonth {
  personId: string
  personName: string
}

/**
 * Statements whose pay day lies in a period, by name and pay day, each with the day the bank sent its money. Null without one: no
 * account yet, not executed, or given back and not sent again.
 */
export async function getDueStatements(
  rows: Rows,
  asked: { from: string; until: string; personId?: string },
): Promise<DueStatement[]> {
  const found = await rows.$queryRawUnsafe<
    (Omit<DueStatement, 'payOn' | 'paidOn'> & { payOn: Date; paidOn: Date | null })[]
  >(
    `SELECT s.person_id AS "personId", person.display_name AS "personName", s.month, s.pay_on AS "payOn",
            CASE WHEN s.transfer_yen = 0 THEN s.pay_on ELSE sent.on_day END AS "paidOn",
            s.fee_yen AS "feeYen", s.withholding_base_yen AS "baseYen", s.tax_yen AS "taxYen",
            s.withheld_yen AS "withheldYen", s.transfer_yen AS "transferYen"
     FROM statement s
     JOIN person ON person.id = s.person_id
     LEFT JOIN LATERAL (SELECT max(r.transfer_on) AS on_day
       FROM transfer t JOIN transfer_run r ON r.id = t.run_id WHERE t.statement_id = s.id AND t.state = 'sent') sent ON true
     WHERE s.pay_on >= $1::date AND s.pay_on <= $2::date AND ($3::uuid IS NULL OR s.person_id = $3::uuid)
     ORDER BY person.display_name, person.id, s.pay_on, s.month`,
    asked.from,
    asked.until,
    asked.personId ?? null,
  )
  return found.map((statement) => ({
    ...statement,
    payOn: isoDayOf(statement.payOn),
    paidOn: statement.paidOn && isoDayOf(statement.paidOn),
  }))
}
