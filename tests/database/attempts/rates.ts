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
    by: 'assignment_own_pay',
    what: 'no pay for the minutes of an author',
    sql: ({ claimed }) => change('assignment', claimed, 'own_yen = 0'),
    code: '23514',
  },
  {
    by: 'assignment_own_pay_only_up',
    what: 'less pay for an author’s minutes than before',
    sql: ({ claimed }) => [50, 49].map((yen) => change('assignment', claimed, `own_yen = ${yen}`)).join(';\n'),
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
  {
    by: 'hand_over_counts',
    what: 'a part of less than nothing',
    sql: ({ handOver }) => change('hand_over', handOver, 'share_yen = -1'),
    code: '23514',
  },
  {
    by: 'hand_over_changed',
    what: 'a part settled by somebody without a reason',
    sql: ({ handOver, town }) =>
      change('hand_over', handOver, `changed_by_id = '${town.people.sato}', changed_at = now(), change_reason = ''`),
    code: '23514',
  },
  {
    by: 'hand_over_within_fee',
    what: 'parts that are more than the price',
    sql: ({ handOver }) => change('hand_over', handOver, 'share_yen = 1000000'),
    code: '23514',
  },
  {
    by: 'hand_over_stays',
    what: 'somebody else’s hand-over',
    sql: ({ handOver, town }) => change('hand_over', handOver, `person_id = '${town.people.hana}'`),
    code: '23001',
  },
  {
    by: 'hand_over_not_deleted',
    what: 'a hand-over removed',
    sql: ({ handOver }) => `DELETE FROM public.hand_over WHERE id = '${handOver}'`,
    code: '23001',
  },
  {
    by: 'hand_over_no_truncate',
    what: 'every hand-over removed at once',
    sql: () => 'TRUNCATE public.hand_over',
    code: '23001',
  },
]
