import type { withholding } from '@tsumugi/kit/contract/additions.ts'
import type { ledgerAccounts } from '@tsumugi/kit/contract/ledger.ts'
import type { z } from 'zod'
import { assert } from '../kernel/assert.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { sumYen } from '../kernel/yen.ts'

/** What can put money into the ledger; together with the cause's id it does so once. */
export type LedgerCause =
  | 'assignment_accepted'
  | 'assignment_received'
  | 'hand_over_shared'
  | 'review_done'
  | 'pay_added'
  | 'delivery_accepted'
  | 'order_cancelled'
  | 'statement_made'
  | 'invoice_issued'
  | 'invoice_corrected'
  | 'deposit_confirmed'
  | 'deposit_matched'
  | 'advance_used'
  | 'transfer_sent'
  | 'transfer_returned'
  | 'withholding_paid'
  | 'entered_by_hand'

/** One line of an entry; debit positive, credit negative, never zero. */
export interface NewPosting {
  account: (typeof ledgerAccounts)[number]
  amountYen: number
  /** Needed by `payable` and `transfer_due`. */
  personId?: string
  /** Needed by `receivable`. */
  clientId?: string
  /** Needed by `worker_pay`, `review_pay` and `revenue`. */
  orderId?: string
  /** Needed by what is owed on `payable`: the day in Japan the work was received. */
  receivedOn?: string
  /** `payable` for a task: the assignment it pays. */
  assignmentId?: string
  /** `payable`: which withholding of income tax it is subject to; none by default. */
  withholding?: z.infer<typeof withholding>
}

/** One event with money in it. */
export interface NewEntry {
  cause: LedgerCause
  causeId: string
  orderId: string | null
  at: Date
  /** The day books count it on where that is neither the day work was received nor the day of `at`. */
  bookedOn?: string
  postings: readonly NewPosting[]
}

/** The day in Japan books count an entry on: the day its work was received, else the day it is posted. */
export function bookedDay({ bookedOn, at, postings }: NewEntry): string {
  return bookedOn ?? postings.find(({ receivedOn }) => receivedOn !== undefined)?.receivedOn ?? japanDay(at)
}

/** Pay for work or review: the order bears it, the person is owed it. No postings when there is nothing to pay. */
export function payPostings(pay: {
  account: 'worker_pay' | 'review_pay'
  amountYen: number
  orderId: string
  personId: string
  receivedOn: string
  assignmentId?: string
}): NewPosting[] {
  const { account, amountYen, orderId, personId, receivedOn, assignmentId } = pay
  if (amountYen === 0) return []
  const owed = { account: 'payable' as const, amountYen: -amountYen, personId, orderId, receivedOn }
  return [{ account, amountYen, orderId }, assignmentId === undefined ? owed : { ...owed, assignmentId }]
}

/** Pay beside the tasks, or a correction of pay: the order bears it if it names one. */
export function additionPostings(addition: {
  amountYen: number
  orderId: string | null
  personId: string
  receivedOn: string
  withholding: z.infer<typeof withholding>
}): NewPosting[] {
  const { amountYen, orderId, ...owed } = addition
  const whose = orderId === null ? {} : { orderId }
  return [
    { account: orderId === null ? ('general_pay' as const) : ('worker_pay' as const), amountYen, ...whose },
    { account: 'payable', amountYen: -amountYen, ...whose, ...owed },
  ]
}

/** A statement: what was owed becomes, with tax and less what is withheld, what is to be transferred. */
export function statementPostings(statement: {
  personId: string
  feeYen: number
  taxYen: number
  withheldYen: number
  transferYen: number
}): NewPosting[] {
  const { personId, feeYen, taxYen, withheldYen, transferYen } = statement
  return [
    { account: 'payable' as const, amountYen: feeYen, personId },
    { account: 'tax_paid' as const, amountYen: taxYen },
    { account: 'withheld' as const, amountYen: -withheldYen },
    { account: 'transfer_due' as const, amountYen: -transferYen, personId },
  ].filter(({ amountYen }) => amountYen !== 0)
}

/** Money on its way to a person through the bank, or back again. */
export function transferPostings({ personId, amountYen }: { personId: string; amountYen: number }): NewPosting[] {
  return [
    { account: 'transfer_due', amountYen, personId },
    { account: 'bank', amountYen: -amountYen },
  ]
}

/** What the client owes, tax inclusive, against what was earned and the tax in it. */
export function revenuePostings(sale: {
  clientId: string
  orderId: string
  priceYen: number
  taxYen: number
}): NewPosting[] {
  const { clientId, orderId, priceYen, taxYen } = sale
  return [
    { account: 'receivable' as const, amountYen: sumYen([priceYen, taxYen]), clientId, orderId },
    { account: 'revenue' as const, amountYen: -priceYen, orderId },
    { account: 'tax_received' as const, amountYen: -taxYen, orderId },
  ].filter(({ amountYen }) => amountYen !== 0)
}

/** What an invoice changes in what its client owes: tax rounded once for all its orders, and what a correction adds or takes off. */
export function invoicePostings(change: {
  clientId: string
  /** Tax exclusive, by order. */
  adjustments: readonly { orderId: string; netYen: number }[]
  taxYen: number
}): NewPosting[] {
  const { clientId, adjustments, taxYen } = change
  const netYen = sumYen(adjustments.map((each) => each.netYen))
  return [
    { account: 'receivable' as const, amountYen: sumYen([netYen, taxYen]), clientId },
    ...adjustments.map((each) => ({ account: 'discount' as const, amountYen: -each.netYen, orderId: each.orderId })),
    { account: 'tax_received' as const, amountYen: -taxYen },
  ].filter(({ amountYen }) => amountYen !== 0)
}

/**
 * A deposit: money in the bank (or on `suspense`, when it was booked before anybody knew whose it is) pays what a client
 * owes, and what is left is an advance. What the client's bank took off is ours to bear.
 */
export function depositPostings(deposit: {
  from: 'bank' | 'suspense'
  amountYen: number
  /** Null: nobody knows yet. */
  client: { id: string; feeYen: number; paidYen: number; advanceYen: number } | null
}): NewPosting[] {
  const { from, amountYen, client } = deposit
  const arrived = { account: from, amountYen }
  if (!client) return [arrived, { account: 'suspense', amountYen: -amountYen }]
  const { id: clientId, feeYen, paidYen, advanceYen } = client
  return [
    arrived,
    { account: 'bank_fee' as const, amountYen: feeYen },
    { account: 'receivable' as const, amountYen: -paidYen, clientId },
    { account: 'advance' as const, amountYen: -advanceYen, clientId },
  ].filter((posting) => posting.amountYen !== 0)
}

/** An advance pays what its client owes now. */
export function advancePostings(clientId: string, usedYen: number): NewPosting[] {
  return [
    { account: 'advance', amountYen: usedYen, clientId },
    { account: 'receivable', amountYen: -usedYen, clientId },
  ]
}

/** Our own mistake if it fails; the database would refuse it too, but only at the end of the transaction. */
export function assertEntry(entry: NewEntry): void {
  const amounts = entry.postings.map(({ amountYen }) => amountYen)
  assert(amounts.length >= 2, `${entry.cause} ${entry.causeId} has ${amounts.length} postings`)
  assert(!amounts.includes(0), `${entry.cause} ${entry.causeId} has a posting of nothing`)
  assert(sumYen(amounts) === 0, `${entry.cause} ${entry.causeId} sums to ${sumYen(amounts)}`)
}
