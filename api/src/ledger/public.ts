export { type LedgerCause, type NewEntry, type NewPosting, statementPostings } from './entry-calc.ts'
export { postEntries, postEntry } from './ledger-store.ts'
export { takePayLock } from './pay-lock-store.ts'
export {
  type AcceptedWork,
  postAcceptance,
  postReceived,
  postRevenue,
  type ReceivedWork,
  type Sale,
} from './post-pay.ts'
