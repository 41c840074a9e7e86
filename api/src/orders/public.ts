// What other slices may call.

export type { Rows } from '../db/database.ts'
export { fillDraft, refuseUnlessRoom } from './fill-draft.ts'
export { agreedQuote, type QuoteFacts } from './get-agreed-quote.ts'
export type { OrderMove } from './order-state.ts'
export { changeDueOn, lockOrder, moveOrder } from './order-store.ts'
export { taxRateBpOn } from './quote-store.ts'
export { type OrderFacts, orderSubject, seeOrder } from './see-order.ts'
