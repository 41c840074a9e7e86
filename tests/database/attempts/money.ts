import { newId } from '../../../api/src/kernel/ids.ts'
import { type Attempt, change, copy } from './attempt.ts'
import type { Records } from './records.ts'

/** An entry with a cause of its own and postings of these amounts between pay and payable. */
export function entry(records: Records, amounts: number[], postingCount = amounts.length): string {
  const id = newId()
  const head = copy('ledger_entry', records.entry, { id, cause_id: newId(), posting_count: postingCount })
  const postings = amounts.map((amount_yen) => copy('ledger_posting', records.posting, { entry_id: id, amount_yen }))
  return [head, ...postings].join(';\n')
}

/** A balanced pair, added to an entry that was committed before. */
const laterPair = ({ posting }: Records) =>
  [5, -5].map((amount_yen) => copy('ledger_posting', posting, { amount_yen })).join(';\n')

export const money: Attempt[] = [
  { by: 'ledger_entry_zero_sum', what: 'an entry without postings', sql: (r) => entry(r, [], 0), code: '23514' },
  { by: 'ledger_entry_zero_sum', what: 'an entry with one posting', sql: (r) => entry(r, [5]), code: '23514' },
  { by: 'ledger_entry_zero_sum', what: 'an entry that is a yen short', sql: (r) => entry(r, [5, -4]), code: '23514' },
  {
    by: 'ledger_entry_zero_sum',
    what: 'an entry with fewer postings than it says',
    sql: (r) => entry(r, [5, -5], 3),
    code: '23514',
  },
  {
    by: 'ledger_posting_zero_sum',
    what: 'one more posting on an entry that stands',
    sql: ({ posting }) => copy('ledger_posting', posting, { amount_yen: 1 }),
    code: '23514',
  },
  {
    by: 'ledger_posting_zero_sum',
    what: 'a pair that sums to zero on an entry that stands',
    sql: laterPair,
    code: '23514',
  },
  {
    by: 'ledger_entry_cause_cause_id_key',
    what: 'the same cause again',
    sql: ({ entry: id }) => copy('ledger_entry', id),
    code: '23505',
  },
  {
    by: 'ledger_posting_not_zero',
    what: 'a posting of nothing',
    sql: ({ posting }) => copy('ledger_posting', posting, { amount_yen: 0 }),
    code: '23514',
  },
  {
    by: 'ledger_posting_payable_names_person',
    what: 'owing nobody in particular',
    sql: ({ posting }) => copy('ledger_posting', posting, { account: 'payable', person_id: null }),
    code: '23514',
  },
  {
    by: 'ledger_posting_receivable_names_client',
    what: 'a claim on no client in particular',
    sql: ({ posting }) => copy('ledger_posting', posting, { account: 'receivable', client_id: null }),
    code: '23514',
  },
  ...(['worker_pay', 'review_pay', 'revenue'] as const).map(
    (account): Attempt => ({
      by: 'ledger_posting_cost_names_order',
      what: `${account} of no order in particular`,
      sql: ({ posting }) => copy('ledger_posting', posting, { account, order_id: null }),
      code: '23514',
    }),
  ),
  {
    by: 'ledger_posting_entry_id_fkey',
    what: 'a posting without an entry',
    sql: ({ posting }) => copy('ledger_posting', posting, { entry_id: newId() }),
    code: '23503',
  },
  {
    by: 'assignment_accepted_stays',
    what: 'another fee for accepted work',
    sql: ({ accepted }) => change('assignment', accepted, 'fee_yen = fee_yen + 1'),
    code: '23001',
  },
  {
    by: 'assignment_accepted_stays',
    what: 'another person for accepted work',
    sql: ({ accepted, town }) => change('assignment', accepted, `person_id = '${town.people.ken}'`),
    code: '23001',
  },
  {
    by: 'assignment_accepted_stays',
    what: 'accepted work sent back',
    sql: ({ accepted }) => change('assignment', accepted, `state = 'returned'`),
    code: '23001',
  },
  {
    by: 'assignment_accepted_not_deleted',
    what: 'accepted work removed',
    sql: ({ accepted }) => `DELETE FROM public.assignment WHERE id = '${accepted}'`,
    code: '23001',
  },
]
