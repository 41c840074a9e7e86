import { z } from 'zod'
import { payAdditionKind } from './additions.ts'
import { endpoint } from './endpoint.ts'
import { paidParts } from './pay-parts.ts'
import { day, id, instant, month, name, page, pageQuery, yen } from './values.ts'

export const ledgerAccounts = [
  'worker_pay',
  'review_pay',
  'payable',
  'receivable',
  'revenue',
  'tax_received',
  'general_pay',
  'tax_paid',
  'withheld',
  'transfer_due',
  'bank',
  'bank_fee',
  'advance',
  'suspense',
  'discount',
] as const
export const ledgerAccount = z.enum(ledgerAccounts)

export const getMyMonth = endpoint({
  name: 'getMyMonth',
  method: 'GET',
  path: '/api/my-month',
  action: 'month.read',
  summary: 'What this person earned in a month, line by line from the ledger, and what waits for review.',
  query: z.object({ month }),
  answer: z.object({
    month,
    earnedYen: yen,
    waitingYen: yen,
    /** Claimed or returned work still to do, at its fixed pay. */
    expectedYen: yen,
    /** Parts of work handed over, once a colleague has finished it. */
    sharedYen: yen,
    activeSeconds: z.int(),
    /** null before any timed work. */
    effectiveYenPerHour: yen.nullable(),
    /** 30 or so bars: pay per day. */
    days: z.array(z.object({ on: z.string(), earnedYen: yen })),
    lines: z.array(
      z.object({
        id,
        cause: z.enum(['assignment_accepted', 'assignment_received', 'hand_over_shared', 'review_done', 'pay_added']),
        /** The task behind it; null for pay beside the tasks. */
        assignmentId: id.nullable(),
        taskNumber: z.int().nullable(),
        order: z.object({ id, number: z.int(), title: z.string() }).nullable(),
        addition: z.object({ kind: payAdditionKind, reason: z.string() }).nullable(),
        amountYen: yen,
        /** The day the work was received: that day's month pays it. */
        receivedOn: day,
        units: z.int().nullable(),
        activeSeconds: z.int().nullable(),
        ...paidParts,
      }),
    ),
  }),
  refusals: [],
})
export const getLedger = endpoint({
  name: 'getLedger',
  method: 'GET',
  path: '/api/ledger',
  action: 'ledger.read',
  summary: 'Trial balance, what is owed to whom, and the margin of every order with postings; all from the postings.',
  query: z.object({ month: month.optional() }),
  answer: z.object({
    balances: z.array(z.object({ account: ledgerAccount, amountYen: yen })),
    sumYen: yen,
    payables: z.array(z.object({ person: name, amountYen: yen, entries: z.int() })),
    receivables: z.array(z.object({ client: name, amountYen: yen })),
    orders: z.array(
      z.object({
        order: z.object({ id, number: z.int(), title: z.string() }),
        revenueYen: yen,
        workerPayYen: yen,
        reviewPayYen: yen,
        overheadYen: yen,
        marginYen: yen,
      }),
    ),
  }),
  refusals: [],
})
export const listLedgerEntries = endpoint({
  name: 'listLedgerEntries',
  method: 'GET',
  path: '/api/ledger/entries',
  action: 'ledger.read',
  summary: 'Entries with their postings, newest first.',
  query: z.object({ ...pageQuery, orderId: id.optional(), personId: id.optional() }),
  answer: page(
    z.object({
      id,
      cause: z.string(),
      postedAt: instant,
      order: z.object({ id, number: z.int(), title: z.string() }).nullable(),
      postings: z.array(z.object({ account: ledgerAccount, amountYen: yen, person: name.nullable() })),
    }),
  ),
  refusals: [],
})
