import { type Attempt, change, copy } from './attempt.ts'

/** The price of work, and what is said about low hourly rates. */
export const rates: Attempt[] = [
  {
    by: 'pay_raise_upward',
    what: 'a raise that lowers the price',
    sql: ({ payRaise }) => copy('pay_raise', payRaise, { unit_pay_yen: 30 }),
    code: '23514',
  },
  {
    by: 'assignment_fee_only_up',
    what: 'claimed work that brings less than agreed',
    sql: ({ claimed }) => change('assignment', claimed, 'fee_yen = fee_yen - 1'),
    code: '23514',
  },
  {
    by: 'rate_explanation_month',
    what: 'an explanation of no month',
    sql: ({ rateExplanation }) => copy('rate_explanation', rateExplanation, { month: '2020-13' }),
    code: '23514',
  },
  {
    by: 'rate_explanation_under',
    what: 'an explanation of a rate that is not low',
    sql: ({ rateExplanation }) => copy('rate_explanation', rateExplanation, { yen_per_hour: 1_000 }),
    code: '23514',
  },
  {
    by: 'rate_explanation_by_another',
    what: 'an explanation of one’s own pay',
    sql: ({ rateExplanation, town }) =>
      copy('rate_explanation', rateExplanation, { explained_by_id: town.people.hana }),
    code: '23514',
  },
]
