export type { LedgerCause, NewEntry, NewPosting } from './entry-calc.ts'
export { postEntries, postEntry } from './ledger-store.ts'
export { type AcceptedWork, postAcceptance, postRevenue, type Sale } from './post-pay.ts'
