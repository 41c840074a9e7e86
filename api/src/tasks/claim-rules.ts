import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'

/** What decides whether somebody may claim work of an order at all. */
export interface ClaimFacts {
  orderState: string
  /** The newest terms notice of this person for the order. */
  notice: {
    confirmed: boolean
    manualVersion: number
    dueOn: string
    /** The order pays more or is due on another day since, or something open was decided. */
    changed: boolean
  } | null
  /** The day it is in Japan. */
  today: string
  /** An older notice was confirmed once. */
  everConfirmed: boolean
  /** The order's newest manual; 0 before the first. */
  manualVersion: number
  /** Claimed and returned assignments in this person's hands. */
  held: number
  heldMax: number
}

/** Why nothing of this order can be claimed, or null: then the work itself was gone. */
export function claimRefusal(facts: ClaimFacts): RefusalCode | null {
  if (facts.orderState !== 'running') return 'task.order_paused'
  // FL-3: the terms are shown before work starts, and those shown are those that hold.
  if (!facts.notice?.confirmed) return facts.everConfirmed ? 'notice.superseded' : 'notice.required'
  if (facts.notice.manualVersion !== facts.manualVersion || facts.notice.changed) return 'notice.superseded'
  // FL-3, item 3-4: nothing is entrusted that was due yesterday.
  if (facts.notice.dueOn < facts.today) return 'notice.superseded'
  if (facts.held >= facts.heldMax) return 'task.too_many_claimed'
  return null
}
