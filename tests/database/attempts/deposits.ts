import { type Attempt, change, copy } from './attempt.ts'
import type { Records } from './records.ts'

const part = ({ allocation }: Records, changes: Record<string, unknown>) => copy('allocation', allocation, changes)

/** Deposits, whose they are and what they pay. */
export const deposits: Attempt[] = [
  {
    by: 'deposit_amount',
    what: 'a deposit of nothing',
    sql: ({ freeDeposit }) => copy('deposit', freeDeposit, { amount_yen: 0, position: 9, key: 'x' }),
    code: '23514',
  },
  {
    by: 'deposit_match_fee',
    what: 'a fee no bank takes',
    sql: ({ matchedDeposit, freeDeposit, town }) =>
      `INSERT INTO public.deposit_match SELECT '${freeDeposit}', '${town.clientId}', 2001, matched_by_id, matched_at
       FROM public.deposit_match WHERE deposit_id = '${matchedDeposit}'`,
    code: '23514',
  },
  {
    by: 'deposit_import_confirmed',
    what: 'a file confirmed by nobody',
    sql: ({ waitingImport }) => change('deposit_import', waitingImport, 'confirmed_at = now()'),
    code: '23514',
  },
  {
    by: 'deposit_import_confirmed_stays',
    what: 'a confirmed file written over',
    sql: () => "UPDATE public.deposit_import SET file_name = 'y' WHERE confirmed_at IS NOT NULL",
    code: '23001',
  },
  {
    by: 'deposit_import_no_truncate',
    what: 'every file of a bank removed at once',
    sql: () => 'TRUNCATE public.deposit_import CASCADE',
    code: '23001',
  },
  {
    by: 'deposit_confirmed_stays',
    what: 'a booked deposit removed',
    sql: ({ freeDeposit }) => `DELETE FROM public.deposit WHERE id = '${freeDeposit}'`,
    code: '23001',
  },
  {
    by: 'deposit_unchanged',
    what: 'another amount on a deposit',
    sql: ({ freeDeposit }) => change('deposit', freeDeposit, 'amount_yen = amount_yen + 1'),
    code: '23001',
  },
  {
    by: 'deposit_no_truncate',
    what: 'every deposit removed at once',
    sql: () => 'TRUNCATE public.deposit CASCADE',
    code: '23001',
  },
  {
    by: 'allocation_amount',
    what: 'a payment of nothing',
    sql: (r) => part(r, { amount_yen: 0 }),
    code: '23514',
  },
  {
    by: 'allocation_within',
    what: 'more paid than arrived',
    sql: (r) => part(r, { amount_yen: 101 }),
    code: '23514',
  },
  {
    by: 'allocation_within',
    what: 'something taken off an invoice that has not too much',
    sql: (r) => part(r, { amount_yen: -1 }),
    code: '23514',
  },
  {
    by: 'allocation_within',
    what: 'an invoice paid with nobody’s deposit',
    sql: (r) => part(r, { deposit_id: r.freeDeposit, amount_yen: 1 }),
    code: '23514',
  },
]
