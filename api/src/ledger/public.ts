export {
  advancePostings,
  depositPostings,
  invoicePostings,
  type LedgerCause,
  type NewEntry,
  type NewPosting,
  statementPostings,
} from './entry-calc.ts'
export { isMonthClosed, postEntries, postEntry } from './ledger-store.ts'
export { sharePayLock, takePayLock } from './pay-lock-store.ts'
export {
  type AcceptedWork,
  postAcceptance,
  postAddition,
  postReceived,
  postRevenue,
  postTransfers,
  postWithholding,
  type ReceivedWork,
  type Sale,
} from './post-pay.ts'
