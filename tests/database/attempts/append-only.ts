import type { Attempt } from './attempt.ts'
import type { Records } from './records.ts'

const tables: Record<string, { column: string; key?: string; row: (records: Records) => string }> = {
  event: { column: 'reason', row: (r) => r.event },
  submission: { column: 'note', row: (r) => r.waitingSubmission },
  review: { column: 'comment', row: (r) => r.review },
  pin_message: { column: 'body', row: (r) => r.pinMessage },
  terms_notice: { column: 'kind', row: (r) => r.unconfirmedNotice },
  terms_receipt: { column: 'confirmed_at', key: 'notice_id', row: (r) => r.notice },
  terms_log: { column: 'step', row: (r) => r.termsLog },
  terms_link: { column: 'made_at', key: 'token_hash', row: (r) => r.termsLink },
  manual: { column: 'version', row: (r) => r.order.manualId },
  clause: { column: 'body', row: (r) => r.order.clauseIds[1] ?? '' },
  ledger_entry: { column: 'posted_at', row: (r) => r.entry },
  statement_line: { column: 'statement_id', key: 'posting_id', row: (r) => r.openLine },
  document: { column: 'number', row: (r) => r.document },
  client_terms: { column: 'addressee', row: (r) => r.clientTerms },
  deposit_match: { column: 'fee_yen', key: 'deposit_id', row: (r) => r.matchedDeposit },
  allocation: { column: 'amount_yen', row: (r) => r.allocation },
  invoice_issuer: { column: 'name', row: (r) => r.issuer },
  invoice: { column: 'addressee', row: (r) => r.invoice },
  invoice_line: { column: 'description', row: (r) => r.invoiceLine },
  pay_raise: { column: 'reason', row: (r) => r.payRaise },
  terms_pending: { column: 'reason', row: (r) => r.termsPending },
  terms_change: { column: 'value', row: (r) => r.termsChange },
  tax_profile: { column: 'valid_from', row: (r) => r.taxProfile },
  tax_verification: { column: 'verified_name', row: (r) => r.taxVerification },
  rate_explanation: { column: 'reason', row: (r) => r.rateExplanation },
  ledger_posting: { column: 'amount_yen', row: (r) => r.posting },
}

/** Records that are only ever added to: every way of changing, removing or emptying them. */
export const appendOnly: Attempt[] = Object.entries(tables).flatMap(
  ([table, { column, key = 'id', row }]): Attempt[] => [
    {
      by: `${table}_append_only`,
      what: `a ${table} written over, even by itself`,
      sql: (records) => `UPDATE public."${table}" SET ${column} = ${column} WHERE ${key} = '${row(records)}'`,
      code: '23001',
    },
    {
      by: `${table}_append_only`,
      what: `a ${table} removed`,
      sql: (records) => `DELETE FROM public."${table}" WHERE ${key} = '${row(records)}'`,
      code: '23001',
    },
    {
      by: `${table}_no_truncate`,
      what: `every ${table} removed at once`,
      sql: () => `TRUNCATE public."${table}" CASCADE`,
      code: '23001',
    },
  ],
)
