import { newId } from '../../../api/src/kernel/ids.ts'
import { type Attempt, change, copy } from './attempt.ts'
import type { Records } from './records.ts'

/** Another account of hana's, entered by the office. */
const account = ({ accountId }: Records, changes: Record<string, unknown>) => copy('bank_account', accountId, changes)
const payer =
  (changes: Record<string, unknown>) =>
  ({ payerAccountId }: Records) =>
    copy('payer_account', payerAccountId, changes)
const transfer = ({ transferId }: Records, changes: Record<string, unknown>) => copy('transfer', transferId, changes)
const run = ({ runId }: Records, set: string) => change('transfer_run', runId, set)
const approval = (who: string) => `approved_by_id = '${who}', approved_at = now()`
const file = "sealed_file = 's1:x', file_sha256 = 'x'"

/** Bank accounts and transfers. */
export const transfers: Attempt[] = [
  {
    by: 'bank_account_one_waiting',
    what: 'two changes of one account at a time',
    sql: (r) => account(r, {}),
    code: '23505',
  },
  {
    by: 'bank_account_one_current',
    what: 'two accounts to be paid to',
    sql: (r) => `${current(r)}; ${current(r)}`,
    code: '23505',
  },
  {
    by: 'bank_account_codes',
    what: 'a bank of three digits',
    sql: (r) => account(r, { state: 'refused', decided_by_id: newId(), decided_at: '2026-11-20', bank_code: '143' }),
    code: '23514',
  },
  {
    by: 'bank_account_sealed',
    what: 'an account number for everybody to read',
    sql: ({ accountId }) => change('bank_account', accountId, "sealed_number = '1234567'"),
    code: '23514',
  },
  {
    by: 'bank_account_decided',
    what: 'an account refused by nobody',
    sql: ({ accountId }) => change('bank_account', accountId, "state = 'refused'"),
    code: '23514',
  },
  {
    by: 'bank_account_agreed_by_another',
    what: 'an account somebody of the staff agreed to by themselves',
    sql: ({ accountId, town: { people } }) =>
      change('bank_account', accountId, `state = 'current', decided_by_id = '${people.office}', decided_at = now()`),
    code: '23514',
  },
  {
    by: 'bank_account_stays',
    what: 'another branch on an account',
    sql: ({ accountId }) => change('bank_account', accountId, "branch_code = '434'"),
    code: '23001',
  },
  {
    by: 'bank_account_not_deleted',
    what: 'an account removed',
    sql: ({ accountId }) => `DELETE FROM public.bank_account WHERE id = '${accountId}'`,
    code: '23001',
  },
  { by: 'payer_account_codes', what: 'a payer without a code', sql: payer({ payer_code: '' }), code: '23514' },
  {
    by: 'payer_account_sealed',
    what: 'our account number for everybody to read',
    sql: payer({ sealed_number: '1234567' }),
    code: '23514',
  },
  { by: 'payer_account_habits', what: 'a file with line feeds only', sql: payer({ newline: 'lf' }), code: '23514' },
  {
    by: 'payer_account_stays',
    what: 'another payer’s name',
    sql: ({ payerAccountId }) => change('payer_account', payerAccountId, "name_kana = 'x'"),
    code: '23001',
  },
  {
    by: 'payer_account_not_deleted',
    what: 'a payer removed',
    sql: ({ payerAccountId }) => `DELETE FROM public.payer_account WHERE id = '${payerAccountId}'`,
    code: '23001',
  },
  {
    by: 'transfer_run_has_transfers',
    what: 'a run of nothing',
    sql: ({ runId }) => copy('transfer_run', runId, { number: 99, transfer_count: 0 }),
    code: '23514',
  },
  {
    by: 'transfer_run_approved_by_another',
    what: 'a run approved by whoever prepared it',
    sql: (r) => run(r, `state = 'approved', ${approval(r.town.people.payroll)}, ${file}`),
    code: '23514',
  },
  {
    by: 'transfer_run_file',
    what: 'an approval without a file',
    sql: (r) => run(r, `state = 'approved', ${approval(r.town.people.office)}`),
    code: '23514',
  },
  {
    by: 'transfer_run_file',
    what: 'a file for everybody to read',
    sql: (r) => run(r, `state = 'approved', ${approval(r.town.people.office)}, sealed_file = '1', file_sha256 = 'x'`),
    code: '23514',
  },
  {
    by: 'transfer_run_executed',
    what: 'an execution at no moment',
    sql: (r) => run(r, `state = 'executed', ${approval(r.town.people.office)}, ${file}`),
    code: '23514',
  },
  {
    by: 'transfer_run_withdrawn',
    what: 'a run given up for no reason',
    sql: (r) => run(r, "state = 'withdrawn'"),
    code: '23514',
  },
  { by: 'transfer_run_stays', what: 'another total', sql: (r) => run(r, 'total_yen = total_yen + 1'), code: '23001' },
  {
    by: 'transfer_run_stays',
    what: 'another file in the place of the first',
    sql: (r) =>
      `${run(r, `state = 'approved', ${approval(r.town.people.office)}, ${file}`)}; ${run(r, "file_sha256 = 'y'")}`,
    code: '23001',
  },
  {
    by: 'transfer_run_not_deleted',
    what: 'a run removed',
    sql: ({ runId }) => `DELETE FROM public.transfer_run WHERE id = '${runId}'`,
    code: '23001',
  },
  { by: 'transfer_once', what: 'a statement transferred twice', sql: (r) => transfer(r, {}), code: '23505' },
  {
    by: 'transfer_returned',
    what: 'a return for no reason',
    sql: ({ transferId }) => change('transfer', transferId, "state = 'returned'"),
    code: '23514',
  },
  {
    by: 'transfer_stays',
    what: 'another amount on its way',
    sql: ({ transferId }) => change('transfer', transferId, 'amount_yen = 1'),
    code: '23001',
  },
  {
    by: 'transfer_stays',
    what: 'a dropped transfer sent',
    sql: ({ transferId }) =>
      `${change('transfer', transferId, "state = 'dropped'")}; ${change('transfer', transferId, "state = 'sent'")}`,
    code: '23001',
  },
  {
    by: 'transfer_not_deleted',
    what: 'a transfer removed',
    sql: ({ transferId }) => `DELETE FROM public.transfer WHERE id = '${transferId}'`,
    code: '23001',
  },
  {
    by: 'transfer_pays_statement',
    what: 'a transfer of another amount than the statement',
    sql: (r) => transfer(r, { state: 'dropped', amount_yen: 1 }),
    code: '23514',
  },
  {
    by: 'transfer_pays_statement',
    what: 'a transfer to somebody else',
    sql: (r) => transfer(r, { state: 'dropped', person_id: r.town.people.ken }),
    code: '23514',
  },
]

/** An account hana named herself. */
function current(r: Records): string {
  return account(r, { state: 'current', made_by_id: r.town.people.hana })
}
