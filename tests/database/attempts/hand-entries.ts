import { type Attempt, change, copy } from './attempt.ts'
import type { Records } from './records.ts'

/** Another proposal like the one that waits. */
const another = ({ handEntry }: Records, changes: Record<string, unknown>) => copy('hand_entry', handEntry, changes)
const lines = (...amounts: [account: string, amountYen: number][]) =>
  amounts.map(([account, amountYen]) => ({ account, amountYen, orderId: null }))

/** Ledger entries by hand. */
export const handEntries: Attempt[] = [
  {
    by: 'hand_entry_adds_up',
    what: 'an entry by hand that does not balance',
    sql: (r) => another(r, { lines: lines(['bank', 10], ['bank_fee', -9]) }),
    code: '23514',
  },
  {
    by: 'hand_entry_adds_up',
    what: 'an entry by hand that makes somebody owed money',
    sql: (r) => another(r, { lines: lines(['general_pay', 10], ['payable', -10]) }),
    code: '23514',
  },
  {
    by: 'hand_entry_has_reason',
    what: 'an entry by hand for no reason',
    sql: (r) => another(r, { reason: '' }),
    code: '23514',
  },
  {
    by: 'hand_entry_decided',
    what: 'an entry by hand approved by whoever proposed it',
    sql: ({ handEntry, town: { people } }) =>
      change('hand_entry', handEntry, `state = 'approved', decided_by_id = '${people.office}', decided_at = now()`),
    code: '23514',
  },
  {
    by: 'hand_entry_stays',
    what: 'another reason after it was proposed',
    sql: ({ handEntry }) => change('hand_entry', handEntry, "reason = 'y'"),
    code: '23001',
  },
  {
    by: 'hand_entry_not_deleted',
    what: 'a proposal that goes away',
    sql: ({ handEntry }) => `DELETE FROM public.hand_entry WHERE id = '${handEntry}'`,
    code: '23001',
  },
  {
    by: 'hand_entry_no_truncate',
    what: 'all of them at once',
    sql: () => 'TRUNCATE public.hand_entry',
    code: '23001',
  },
]
