import type { Tx } from '../db/database.ts'
import { assert } from '../kernel/assert.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { sumYen } from '../kernel/yen.ts'
import {
  additionPostings,
  type LedgerCause,
  type NewEntry,
  payPostings,
  revenuePostings,
  transferPostings,
} from './entry-calc.ts'
import { getShares, type Share } from './get-shares.ts'
import { isMonthClosed, isPaidFor, postEntries, postEntry } from './ledger-store.ts'
import { sharePayLock } from './pay-lock-store.ts'

/** What accepted work brings: its author the fee, its reviewer their share. */
export interface AcceptedWork {
  orderId: string
  assignmentId: string
  authorId: string
  feeYen: number
  /** What the author's own minutes come to, where hours are paid; else null. */
  ownYen: number | null
  /** The pay clock starts here (Act 25 of 2023, Art. 4: at receipt, inspected or not). */
  submittedAt: Date
  reviewId: string
  reviewerId: string
  reviewPayYen: number
  at: Date
}

/**
 * Posts the author's pay, unless a month's close paid it while it waited for its review, and the reviewer's (once per
 * review). Nothing is posted for 0 yen.
 */
export async function postAcceptance(tx: Tx, work: AcceptedWork): Promise<void> {
  const { orderId, at, assignmentId, authorId } = work
  await sharePayLock(tx)
  if (!(await isPaidFor(tx, assignmentId, authorId))) {
    const receivedOn = await payableDay(tx, japanDay(work.submittedAt), at)
    const shares = await getShares(tx, [{ assignmentId, authorId }])
    const author = { cause: 'assignment_accepted' as const, causeId: assignmentId, personId: authorId }
    await postEntries(tx, taskEntries({ ...work, receivedOn }, author, shares))
  }
  const share = payPostings({
    account: 'review_pay',
    amountYen: work.reviewPayYen,
    orderId,
    personId: work.reviewerId,
    receivedOn: japanDay(at),
  })
  if (share.length > 0) {
    await postEntry(tx, { cause: 'review_done', causeId: work.reviewId, orderId, at, postings: share })
  }
}

/** Work that was handed in and waits for its review. */
export interface ReceivedWork {
  submissionId: string
  assignmentId: string
  orderId: string
  authorId: string
  feeYen: number
  /** What the author's own minutes come to, where hours are paid; else null. */
  ownYen: number | null
  submittedAt: Date
}

/**
 * Posts the pay for work whose review is late: it is paid on time all the same. The pay lock is held alone. What was
 * being stored while an earlier month closed counts as received on `firstDay`, the first day that is open.
 */
export async function postReceived(
  tx: Tx,
  works: readonly ReceivedWork[],
  firstDay: string,
  at: Date,
): Promise<number> {
  const shares = await getShares(tx, works)
  const entries = works.flatMap(({ submissionId, submittedAt, authorId, ...work }) => {
    const day = japanDay(submittedAt)
    const author = { cause: 'assignment_received' as const, causeId: submissionId, personId: authorId }
    const received = { ...work, receivedOn: day < firstDay ? firstDay : day, at }
    return taskEntries(
      received,
      author,
      shares.filter(({ assignmentId }) => assignmentId === work.assignmentId),
    )
  })
  return postEntries(tx, entries)
}

/**
 * The one price of a task: to whoever handed it in, less the parts of those who handed it over; by the hour no more than
 * their own minutes come to. Nothing for 0 yen.
 */
function taskEntries(
  work: { orderId: string; assignmentId: string; feeYen: number; ownYen: number | null; receivedOn: string; at: Date },
  author: { cause: LedgerCause; causeId: string; personId: string },
  shares: readonly Share[],
): NewEntry[] {
  const { orderId, assignmentId, feeYen, ownYen, receivedOn, at } = work
  const left = sumYen([feeYen, ...shares.map(({ shareYen }) => -shareYen)])
  const rest = Math.min(left, ownYen ?? left)
  const parts = [
    { ...author, amountYen: rest },
    ...shares
      .filter(({ isPaid }) => !isPaid)
      .map((share) => ({
        ...{
          cause: 'hand_over_shared' as const,
          causeId: share.id,
          personId: share.personId,
          amountYen: share.shareYen,
        },
      })),
  ]
  return parts
    .filter(({ amountYen }) => amountYen > 0)
    .map(({ cause, causeId, personId, amountYen }) => {
      const whose = { orderId, assignmentId, personId, receivedOn }
      return { cause, causeId, orderId, at, postings: payPostings({ account: 'worker_pay', amountYen, ...whose }) }
    })
}

/** Posts pay beside the tasks, once per addition. The pay lock is shared and the month of its day is open. */
export function postAddition(
  tx: Tx,
  { additionId, at, ...addition }: Parameters<typeof additionPostings>[0] & { additionId: string; at: Date },
): Promise<boolean> {
  const { orderId } = addition
  return postEntry(tx, { cause: 'pay_added', causeId: additionId, orderId, at, postings: additionPostings(addition) })
}

/** Posts what went out of the bank to people, or came back; once per transfer and cause. */
export async function postTransfers(
  tx: Tx,
  cause: 'transfer_sent' | 'transfer_returned',
  transfers: readonly { id: string; personId: string; amountYen: number }[],
  at: Date,
): Promise<void> {
  const sign = cause === 'transfer_sent' ? 1 : -1
  const posted = await postEntries(
    tx,
    transfers.map(({ id, personId, amountYen }) => ({
      ...{ cause, causeId: id, orderId: null, at },
      postings: transferPostings({ personId, amountYen: sign * amountYen }),
    })),
  )
  assert(posted === transfers.length, `${posted} of ${transfers.length} transfers were posted`)
}

/** Posts withheld tax that went to the tax office, once per payment. */
export function postWithholding(tx: Tx, { id, amountYen, at }: { id: string; amountYen: number; at: Date }) {
  const postings = [
    { account: 'withheld' as const, amountYen },
    { account: 'bank' as const, amountYen: -amountYen },
  ]
  return postEntry(tx, { cause: 'withholding_paid', causeId: id, orderId: null, at, postings })
}

/** The day itself, or today when its month is closed: a submission that was being stored while its month closed. */
async function payableDay(tx: Tx, day: string, at: Date): Promise<string> {
  return (await isMonthClosed(tx, day.slice(0, 7))) ? japanDay(at) : day
}

/** What an order earned and what its client owes, tax inclusive. */
export interface Sale {
  orderId: string
  clientId: string
  /** Tax exclusive. */
  priceYen: number
  taxYen: number
  at: Date
  /** Default: the client's acceptance of a delivery. */
  cause?: 'delivery_accepted' | 'order_cancelled'
}

/** Posts an order's revenue, once per order and cause however many deliveries are accepted. Nothing is posted for 0 yen. */
export async function postRevenue(tx: Tx, sale: Sale): Promise<boolean> {
  const { orderId, at, cause = 'delivery_accepted' } = sale
  const postings = revenuePostings(sale)
  if (postings.length === 0) return false
  return postEntry(tx, { cause, causeId: orderId, orderId, at, postings })
}
