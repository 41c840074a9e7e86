import type { Tx } from '../db/database.ts'
import { payPostings, revenuePostings } from './entry-calc.ts'
import { postEntry } from './ledger-store.ts'

/** What accepted work brings: its author the fee, its reviewer their share. */
export interface AcceptedWork {
  orderId: string
  assignmentId: string
  authorId: string
  feeYen: number
  reviewId: string
  reviewerId: string
  reviewPayYen: number
  at: Date
}

/** Posts the author's pay (once per assignment) and the reviewer's (once per review). Nothing is posted for 0 yen. */
export async function postAcceptance(tx: Tx, work: AcceptedWork): Promise<void> {
  const { orderId, at } = work
  const pay = payPostings({ account: 'worker_pay', amountYen: work.feeYen, orderId, personId: work.authorId })
  if (pay.length > 0) {
    await postEntry(tx, { cause: 'assignment_accepted', causeId: work.assignmentId, orderId, at, postings: pay })
  }
  const share = payPostings({ account: 'review_pay', amountYen: work.reviewPayYen, orderId, personId: work.reviewerId })
  if (share.length > 0) {
    await postEntry(tx, { cause: 'review_done', causeId: work.reviewId, orderId, at, postings: share })
  }
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
