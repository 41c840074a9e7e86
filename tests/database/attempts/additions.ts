import { type Attempt, change, copy } from './attempt.ts'
import type { Records } from './records.ts'

/** Another proposal like the one that waits. */
const another = ({ addition }: Records, changes: Record<string, unknown>) => copy('pay_addition', addition, changes)

/** Pay beside the tasks, and what is withheld from it. */
export const additions: Attempt[] = [
  {
    by: 'pay_addition_amount',
    what: 'a bonus of nothing',
    sql: (r) => another(r, { amount_yen: 0 }),
    code: '23514',
  },
  {
    by: 'pay_addition_amount',
    what: 'a bonus that takes away',
    sql: (r) => another(r, { amount_yen: -1 }),
    code: '23514',
  },
  {
    by: 'pay_addition_time',
    what: 'hours without their time',
    sql: (r) => another(r, { kind: 'hours' }),
    code: '23514',
  },
  {
    by: 'pay_addition_time',
    what: 'time that is paid a yen less than its rate',
    sql: (r) => another(r, { minutes: 61, yen_per_hour: 1_000, amount_yen: 1_016 }),
    code: '23514',
  },
  {
    by: 'pay_addition_has_reason',
    what: 'pay for no reason',
    sql: (r) => another(r, { reason: '' }),
    code: '23514',
  },
  {
    by: 'pay_addition_decided',
    what: 'pay approved by whoever proposed it',
    sql: ({ addition, town: { people } }) =>
      change('pay_addition', addition, `state = 'approved', decided_by_id = '${people.office}', decided_at = now()`),
    code: '23514',
  },
  {
    by: 'pay_addition_decided',
    what: 'a refusal without a reason',
    sql: ({ addition, town: { people } }) =>
      change('pay_addition', addition, `state = 'refused', decided_by_id = '${people.payroll}', decided_at = now()`),
    code: '23514',
  },
  {
    by: 'pay_addition_stays',
    what: 'another amount than was proposed',
    sql: ({ addition }) => change('pay_addition', addition, 'amount_yen = 2000'),
    code: '23001',
  },
  {
    by: 'pay_addition_stays',
    what: 'an approval taken back',
    sql: ({ approvedAddition }) =>
      change('pay_addition', approvedAddition, "state = 'proposed', decided_by_id = NULL, decided_at = NULL"),
    code: '23001',
  },
  {
    by: 'pay_addition_not_deleted',
    what: 'a proposal removed',
    sql: ({ addition }) => `DELETE FROM public.pay_addition WHERE id = '${addition}'`,
    code: '23001',
  },
  {
    by: 'pay_addition_no_truncate',
    what: 'every proposal removed at once',
    sql: () => 'TRUNCATE public.pay_addition',
    code: '23001',
  },
  {
    by: 'ledger_posting_only_payable_withholds',
    what: 'tax withheld from a cost',
    sql: ({ posting }) => copy('ledger_posting', posting, { withholding: 'ko1' }),
    code: '23514',
  },
  {
    by: 'statement_withholds_from_base',
    what: 'tax withheld from nothing',
    sql: ({ openStatement, town }) =>
      copy('statement', openStatement, {
        ...{ person_id: town.people.ken, number: 98 },
        ...{ withheld_yen: 100, transfer_yen: 1_000 },
      }),
    code: '23514',
  },
  {
    by: 'withholding_payment_amount',
    what: 'nothing paid to the tax office',
    sql: ({ withholdingPayment }) =>
      copy('withholding_payment', withholdingPayment, { month: '2020-02', amount_yen: 0 }),
    code: '23514',
  },
  {
    by: 'withholding_payment_append_only',
    what: 'a payment to the tax office changed',
    sql: ({ withholdingPayment }) => change('withholding_payment', withholdingPayment, 'amount_yen = 1'),
    code: '23001',
  },
]
