import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import type { assignmentState } from '@tsumugi/kit/contract/tasks.ts'
import type { z } from 'zod'
import type { PinState } from './pin-state.ts'

/** What the rules of pins look at. */
export interface PinFacts {
  state: PinState
  assignmentState: z.infer<typeof assignmentState>
  /** Who holds the assignment now: the one to answer. */
  holderId: string | null
}

/** Why the thread takes nothing more; null while it does. */
export function pinRefusal(facts: PinFacts): RefusalCode | null {
  const over = facts.assignmentState === 'accepted' || facts.assignmentState === 'cancelled'
  return facts.state === 'resolved' || over ? 'pin.closed' : null
}

/** A colleague’s word on a question hands the pin back to its author. */
export function replyReopens(facts: PinFacts, writerId: string): boolean {
  return facts.state === 'question' && writerId !== facts.holderId
}
