import type { ReactNode } from 'react'
import { AcceptedNow, AcceptNow, AwaitAcceptanceNow, CancelledNow, ClosedNow, CloseNow } from './NowAfterWork.tsx'
import {
  AllotNow,
  AnswerNow,
  AwaitAnswerNow,
  AwaitDraftNow,
  AwaitQuoteNow,
  AwaitStartNow,
  OfferNow,
  SplitNow,
  SplittingNow,
} from './NowBeforeWork.tsx'
import { AwaitDeliveryNow, AwaitWorkNow, DeliverNow, MakingNow } from './NowDuringWork.tsx'
import { type Now, nowOf } from './now-of.ts'
import type { Order } from './order-look.ts'

/** What stands first, by what it is; a draft being written is all form, with its button in the bar below it. */
const panels: Record<Now, ((props: { order: Order }) => ReactNode) | null> = {
  write: null,
  offer: OfferNow,
  answer: AnswerNow,
  split: SplitNow,
  allot: AllotNow,
  deliver: DeliverNow,
  accept: AcceptNow,
  close: CloseNow,
  splitting: SplittingNow,
  making: MakingNow,
  awaitDraft: AwaitDraftNow,
  awaitQuote: AwaitQuoteNow,
  awaitAnswer: AwaitAnswerNow,
  awaitStart: AwaitStartNow,
  awaitWork: AwaitWorkNow,
  awaitDelivery: AwaitDeliveryNow,
  awaitAcceptance: AwaitAcceptanceNow,
  accepted: AcceptedNow,
  closed: ClosedNow,
  cancelled: CancelledNow,
}

/** What this reader would do next with the order, or whom it waits for. */
export function NowSection({ order }: { order: Order }) {
  const Panel = panels[nowOf(order)]
  return Panel && <Panel order={order} />
}
