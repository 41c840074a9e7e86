import { type Attempt, copy } from './attempt.ts'
import type { Records } from './records.ts'

/** The next invoice, like the one there is, without lines of its own. */
const next = ({ invoice }: Records, changes: Record<string, unknown>) =>
  copy('invoice', invoice, { number: 2, ...changes })

const line = ({ invoiceLine }: Records, changes: Record<string, unknown>) =>
  copy('invoice_line', invoiceLine, { position: 1, ...changes })

/** Invoices, their lines and terms, and the documents that are kept. */
export const billing: Attempt[] = [
  {
    by: 'ledger_posting_advance_names_client',
    what: 'an advance of nobody’s',
    sql: ({ posting }) => copy('ledger_posting', posting, { account: 'advance' }),
    code: '23514',
  },
  {
    by: 'ledger_posting_discount_names_order',
    what: 'a discount on no order',
    sql: ({ posting }) => copy('ledger_posting', posting, { account: 'discount', order_id: null }),
    code: '23514',
  },
  {
    by: 'client_terms_days',
    what: 'a closing day no month has',
    sql: ({ clientTerms }) => copy('client_terms', clientTerms, { closing_day: 32 }),
    code: '23514',
  },
  {
    by: 'invoice_issuer_number',
    what: 'an issuer with a number of the wrong shape',
    sql: ({ issuer }) => copy('invoice_issuer', issuer, { registration_number: 'T0123456789012' }),
    code: '23514',
  },
  {
    by: 'document_version',
    what: 'a first version that supersedes another',
    sql: ({ document, event }) => copy('document', document, { subject_id: event, supersedes_id: document }),
    code: '23514',
  },
  {
    by: 'document_names',
    what: 'a document without a counterparty',
    sql: ({ document, event }) => copy('document', document, { subject_id: event, counterparty_name: '' }),
    code: '23514',
  },
  {
    by: 'invoice_adds_up',
    what: 'an invoice a yen too high',
    sql: (r) => next(r, { total_yen: 1_101 }),
    code: '23514',
  },
  {
    by: 'invoice_registration_number',
    what: 'an invoice without a registration number',
    sql: (r) => next(r, { registration_number: '' }),
    code: '23514',
  },
  {
    by: 'invoice_days',
    what: 'an invoice for days to come',
    sql: (r) => next(r, { closing_on: '2999-01-01', due_on: '2999-01-01' }),
    code: '23514',
  },
  {
    by: 'invoice_correction_refers',
    what: 'a correction without a reason',
    sql: (r) => next(r, { number: 1, version: 2, corrects_id: r.invoice }),
    code: '23514',
  },
  { by: 'invoice_numbered', what: 'a number left out', sql: (r) => next(r, { number: 3 }), code: '23514' },
  {
    by: 'invoice_numbered',
    what: 'a correction of nothing before it',
    sql: (r) => next(r, { number: 1, version: 3, corrects_id: r.invoice, reason: 'x' }),
    code: '23514',
  },
  { by: 'invoice_whole', what: 'an invoice whose lines are missing', sql: (r) => next(r, {}), code: '23514' },
  {
    by: 'invoice_line_whole',
    what: 'a line more than an invoice has',
    sql: (r) => line(r, { kind: 'adjustment', net_yen: 0 }),
    code: '23514',
  },
  {
    by: 'invoice_line_amount',
    what: 'an order for less than nothing',
    sql: (r) => line(r, { net_yen: -1, version: 2 }),
    code: '23514',
  },
  { by: 'invoice_line_order_once', what: 'an order billed twice', sql: (r) => line(r, {}), code: '23505' },
]
