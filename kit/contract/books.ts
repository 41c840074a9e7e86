import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ledgerAccount } from './ledger.ts'
import { id, month, yen } from './values.ts'

export const getTrialBalance = endpoint({
  name: 'getTrialBalance',
  method: 'GET',
  path: '/api/books/trial-balance',
  action: 'books.read',
  summary:
    'The trial balance of a month: what every account began with, what moved on either side, what it ended with.',
  query: z.object({ month }),
  answer: z.object({
    month,
    accounts: z.array(
      z.object({
        account: ledgerAccount,
        /** Debit positive, credit negative. */
        openingYen: yen,
        debitYen: yen,
        creditYen: yen,
        closingYen: yen,
      }),
    ),
    total: z.object({ openingYen: yen, debitYen: yen, creditYen: yen, closingYen: yen }),
  }),
  refusals: [],
})
export const downloadJournal = endpoint({
  name: 'downloadJournal',
  method: 'GET',
  path: '/api/books/journal',
  action: 'books.read',
  summary:
    'A month of entries for an accounting program: 弥生 (25 columns) or freee (振替伝票), both CSV in Shift_JIS.',
  query: z.object({ month, format: z.enum(['yayoi', 'freee']) }),
  download: true,
  answer: z.unknown(),
  refusals: [],
})

/** What came in, what it cost, and what is left. */
const economics = {
  /** Before tax, less what was taken off afterwards. */
  revenueYen: yen,
  workerPayYen: yen,
  reviewPayYen: yen,
  overheadYen: yen,
  /** Tax paid to suppliers who are not registered, as far as it is not credited on the day. */
  uncreditedTaxYen: yen,
  marginYen: yen,
}
export const getEconomics = endpoint({
  name: 'getEconomics',
  method: 'GET',
  path: '/api/books/economics',
  action: 'books.read',
  summary: 'Revenue, costs and margin per order, client, team or month; for orders in work also as they will end.',
  query: z.object({ by: z.enum(['order', 'client', 'team', 'month']), from: month.optional(), to: month.optional() }),
  answer: z.object({
    rows: z.array(
      z.object({
        /** The order, client or team; null for a month, and for pay that lies with no team. */
        id: id.nullable(),
        name: z.string(),
        ...economics,
        /** At the agreed price, with everything paid that is still to be done; null when nothing is. */
        forecast: z.object(economics).nullable(),
      }),
    ),
    total: z.object(economics),
  }),
  refusals: [],
})
