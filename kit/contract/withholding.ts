import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { can, day, done, id, month, name, yen } from './values.ts'

const year = z.string().regex(/^20\d\d$/)

export const listWithholding = endpoint({
  name: 'listWithholding',
  method: 'GET',
  path: '/api/withholding',
  action: 'withholding.read',
  summary:
    'Income tax withheld from each closed month’s pay, when it is due at the tax office, and whether it was paid; newest first.',
  answer: z.object({
    months: z.array(
      z.object({
        month,
        /** The day people were paid. */
        payOn: day,
        /** The 10th of the next month, or the next day banks are open. */
        dueOn: day,
        people: z.int(),
        baseYen: yen,
        withheldYen: yen,
        payment: z.object({ on: day, by: name }).nullable(),
        isLate: z.boolean(),
        can: can('pay'),
      }),
    ),
  }),
  refusals: [],
})
export const payWithholding = endpoint({
  name: 'payWithholding',
  method: 'POST',
  path: '/api/withholding/:month/payment',
  action: 'withholding.pay',
  summary: 'Notes that a month’s withheld tax was paid over; it is posted to the ledger, once.',
  params: z.object({ month }),
  body: z.object({ paidOn: day }),
  answer: done,
  refusals: ['withholding.nothing', 'withholding.paid', 'withholding.future'],
})
const sums = {
  months: z.int(),
  feeYen: yen,
  taxYen: yen,
  baseYen: yen,
  withheldYen: yen,
  transferYen: yen,
  /** What of it was not sent: no account yet, not executed, or given back by the bank. */
  unpaid: z.object({ baseYen: yen, withheldYen: yen, transferYen: yen }),
  /** Fees of 所得税法 204条1項1号 above 50,000 yen in the year (所得税法施行規則 84条). */
  needsReport: z.boolean(),
}

export const getPayYear = endpoint({
  name: 'getPayYear',
  method: 'GET',
  path: '/api/pay-years/:year',
  action: 'pay_year.read',
  summary:
    'What everybody is paid in a calendar year until today, by the pay day, what of it is unpaid, and whose fees need a 支払調書.',
  params: z.object({ year }),
  answer: z.object({
    year,
    people: z.array(z.object({ person: name, ...sums })),
  }),
  refusals: [],
})
export const downloadPayYear = endpoint({
  name: 'downloadPayYear',
  method: 'GET',
  path: '/api/pay-years/:year/csv',
  action: 'pay_year.read',
  summary: 'The same as a table (CSV, UTF-8 with BOM) to make 支払調書 from; it holds no マイナンバー.',
  params: z.object({ year }),
  answer: z.unknown(),
  download: true,
  refusals: [],
})
export const listPaySummaries = endpoint({
  name: 'listPaySummaries',
  method: 'GET',
  path: '/api/pay-summaries',
  action: 'pay_summary.list',
  summary: 'The calendar years with a pay day of the person asking, newest first, each with its sums.',
  answer: z.object({ years: z.array(z.object({ year, ...sums })) }),
  refusals: [],
})
export const downloadPaySummary = endpoint({
  name: 'downloadPaySummary',
  method: 'GET',
  path: '/api/pay-years/:year/people/:personId/:format',
  action: 'pay_summary.read',
  summary: 'What one person is paid in a calendar year, month by month and by kind of withholding, in their language.',
  params: z.object({ year, personId: id, format: z.enum(['pdf', 'csv']) }),
  answer: z.unknown(),
  download: true,
  refusals: [],
})
