// What other slices may call.
export { agreedQuote, type QuoteFacts } from './agreed-quote.ts'
export { moveAllowed, type OrderMove } from './order-state.ts'
export { lockOrder, moveOrder } from './order-store.ts'
export { type OrderFacts, orderSubject, type Rows, seeOrder } from './see-order.ts'
