import { branchOf } from '../bank-accounts/public.ts'
import type { Rows } from '../db/database.ts'

/** A statement of a closed month that is in no planned or sent transfer. */
export interface OpenStatement {
  statementId: string
  personId: string
  personName: string
  amountYen: number
  bankAccountId: string | null
  bankCode: string | null
  branchCode: string | null
  /** Nothing was sent to this account before. */
  isFirst: boolean
  /** What was sent to this account last came back. */
  cameBack: boolean
}

/** What of a month is still to be transferred, and where to; in the order of the statements. */
export function getOpenStatements(rows: Rows, month: string): Promise<OpenStatement[]> {
  return rows.$queryRaw<OpenStatement[]>`
    SELECT s.id AS "statementId", s.person_id AS "personId", s.person_name AS "personName", s.transfer_yen AS "amountYen",
           b.id AS "bankAccountId", b.bank_code AS "bankCode", b.branch_code AS "branchCode",
           NOT EXISTS (SELECT FROM transfer t WHERE t.bank_account_id = b.id AND t.state = 'sent') AS "isFirst",
           coalesce((SELECT t.state = 'returned' FROM transfer t WHERE t.bank_account_id = b.id AND t.state IN ('sent', 'returned')
             ORDER BY t.id DESC LIMIT 1), false) AS "cameBack"
    FROM statement s LEFT JOIN bank_account b ON b.person_id = s.person_id AND b.state = 'current'
    WHERE s.month = ${month} AND EXISTS (SELECT FROM pay_month m WHERE m.month = s.month AND m.state = 'closed')
      AND NOT EXISTS (SELECT FROM transfer t WHERE t.statement_id = s.id AND t.state IN ('planned', 'sent'))
    ORDER BY s.number`
}

/** Why a statement cannot be transferred; null when it can. */
export function hindranceOf(
  statement: OpenStatement,
): 'no_account' | 'no_branch' | 'nothing_to_pay' | 'came_back' | null {
  const { amountYen, bankCode, branchCode, cameBack } = statement
  if (amountYen === 0) return 'nothing_to_pay'
  if (bankCode === null || branchCode === null) return 'no_account'
  if (cameBack) return 'came_back'
  return branchOf(bankCode, branchCode) ? null : 'no_branch'
}
