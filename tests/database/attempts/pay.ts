import { type Attempt, change, copy } from './attempt.ts'
import type { Records } from './records.ts'

/** A month's row changed. */
const month = (name: string, set: string) => `UPDATE public.pay_month SET ${set} WHERE month = '${name}'`

/** Another person's statement in the open month, like hana's. */
const another = ({ openStatement, town }: Records, changes: Record<string, unknown>) =>
  copy('statement', openStatement, { person_id: town.people.ken, number: 99, ...changes })

const line = (posting: string, statement: string) =>
  `INSERT INTO public.statement_line (posting_id, statement_id) VALUES ('${posting}', '${statement}')`

const approval = (who: string) => `approved_by_id = '${who}', approved_at = now()`
const proposal = (who: string) => `proposed_by_id = '${who}', proposed_at = now(), fingerprint = 'x'`

/** Months of pay and statements. */
export const pay: Attempt[] = [
  {
    by: 'ledger_posting_payable_is_received',
    what: 'owing somebody from no day on',
    sql: ({ payable }) => copy('ledger_posting', payable, { received_on: null, assignment_id: null }),
    code: '23514',
  },
  {
    by: 'ledger_posting_only_payable_is_received',
    what: 'a cost with a day of receipt',
    sql: ({ posting }) => copy('ledger_posting', posting, { received_on: '2026-11-20', booked_on: '2026-11-20' }),
    code: '23514',
  },
  {
    by: 'ledger_posting_booked_when_received',
    what: 'pay in the books of another day than its work was received',
    sql: ({ payable }) => copy('ledger_posting', payable, { booked_on: '2020-01-01', assignment_id: null }),
    code: '23514',
  },
  {
    by: 'ledger_posting_paid_once',
    what: 'a second pay for one assignment',
    sql: ({ payable }) => copy('ledger_posting', payable, {}),
    code: '23505',
  },
  {
    by: 'ledger_posting_transfer_names_person',
    what: 'a transfer to nobody in particular',
    sql: ({ posting }) => copy('ledger_posting', posting, { account: 'transfer_due' }),
    code: '23514',
  },
  {
    by: 'ledger_posting_in_open_month',
    what: 'pay received in a closed month',
    sql: ({ payable }) => copy('ledger_posting', payable, { received_on: '2020-01-31', assignment_id: null }),
    code: '23001',
  },
  {
    by: 'ledger_posting_in_open_month',
    what: 'pay received before a closed month',
    sql: ({ payable }) => copy('ledger_posting', payable, { received_on: '2019-12-31', assignment_id: null }),
    code: '23001',
  },
  {
    by: 'pay_month_is_month',
    what: 'a thirteenth month',
    sql: () => "INSERT INTO public.pay_month (month) VALUES ('2026-13')",
    code: '23514',
  },
  {
    by: 'pay_month_proposed',
    what: 'a proposal of nobody’s',
    sql: () => month('2020-02', "state = 'proposed'"),
    code: '23514',
  },
  {
    by: 'pay_month_approved_by_another',
    what: 'a month approved by whoever proposed it',
    sql: ({ town: { people } }) =>
      month('2020-02', `state = 'approved', ${proposal(people.payroll)}, ${approval(people.payroll)}`),
    code: '23514',
  },
  {
    by: 'pay_month_approved_by_another',
    what: 'a month approved by nobody',
    sql: ({ town: { people } }) => month('2020-02', `state = 'approved', ${proposal(people.payroll)}`),
    code: '23514',
  },
  {
    by: 'pay_month_closed',
    what: 'a close without its moment',
    sql: ({ town: { people } }) =>
      month('2020-02', `state = 'closed', ${proposal(people.payroll)}, ${approval(people.office)}`),
    code: '23514',
  },
  {
    by: 'pay_month_closed_stays',
    what: 'a closed month opened again',
    sql: () => month('2020-01', "state = 'open', closed_at = NULL"),
    code: '23001',
  },
  {
    by: 'pay_month_closed_stays',
    what: 'a closed month removed',
    sql: () => "DELETE FROM public.pay_month WHERE month = '2020-01'",
    code: '23001',
  },
  {
    by: 'pay_month_no_truncate',
    what: 'every month removed at once',
    sql: () => 'TRUNCATE public.pay_month CASCADE',
    code: '23001',
  },
  {
    by: 'statement_in_open_month',
    what: 'one more statement in a closed month',
    sql: (r) => another(r, { month: '2020-01' }),
    code: '23001',
  },
  {
    by: 'statement_number',
    what: 'a statement without a number',
    sql: (r) => another(r, { number: 0 }),
    code: '23514',
  },
  {
    by: 'statement_number',
    what: 'a statement without lines',
    sql: (r) => another(r, { line_count: 0 }),
    code: '23514',
  },
  {
    by: 'statement_adds_up',
    what: 'a transfer that is a yen short',
    sql: (r) => another(r, { transfer_yen: 1_099 }),
    code: '23514',
  },
  {
    by: 'statement_registration_number',
    what: 'a registration number without its T',
    sql: (r) => another(r, { registration_number: '1234567890123' }),
    code: '23514',
  },
  {
    by: 'statement_decided',
    what: 'a decision without its moment',
    sql: ({ openStatement }) => change('statement', openStatement, "state = 'confirmed'"),
    code: '23514',
  },
  {
    by: 'statement_dispute_has_reason',
    what: 'a dispute without a reason',
    sql: ({ openStatement }) => change('statement', openStatement, "state = 'disputed', decided_at = now()"),
    code: '23514',
  },
  {
    by: 'statement_stays',
    what: 'another amount on a statement',
    sql: ({ openStatement }) =>
      change('statement', openStatement, 'fee_yen = fee_yen + 1, transfer_yen = transfer_yen + 1'),
    code: '23001',
  },
  {
    by: 'statement_not_deleted',
    what: 'a statement removed',
    sql: ({ openStatement }) => `DELETE FROM public.statement WHERE id = '${openStatement}'`,
    code: '23001',
  },
  {
    by: 'statement_no_truncate',
    what: 'every statement removed at once',
    sql: () => 'TRUNCATE public.statement CASCADE',
    code: '23001',
  },
  { by: 'statement_whole', what: 'a statement whose lines are missing', sql: (r) => another(r, {}), code: '23514' },
  {
    by: 'statement_line_belongs',
    what: 'a line on a closed statement',
    sql: ({ payable, closedStatement }) => line(payable, closedStatement),
    code: '23514',
  },
  {
    by: 'statement_line_belongs',
    what: 'a line that was received later',
    sql: ({ payable, openStatement }) => line(payable, openStatement),
    code: '23514',
  },
  {
    by: 'statement_line_belongs',
    what: 'a cost as a line',
    sql: ({ posting, openStatement }) => line(posting, openStatement),
    code: '23514',
  },
  {
    by: 'statement_line_pkey',
    what: 'a posting on two statements',
    sql: ({ openLine, closedStatement }) => line(openLine, closedStatement),
    code: '23505',
  },
]
