import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import type { ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'

/** An item of the answer that is none of the task's, or null when all are. */
export function foreignItem(answer: ImageAnswer, itemIds: readonly string[]): string | null {
  const known = new Set(itemIds)
  return Object.keys(answer.images).find((itemId) => !known.has(itemId)) ?? null
}

/** Why a checked answer cannot be handed in, with the count its sentence names; null when it can. */
export function submitRefusal(facts: {
  errors: number
  /** Pins of earlier revisions without an answer. */
  openPins: number
}): { code: RefusalCode; count: number } | null {
  if (facts.errors > 0) return { code: 'submission.has_problems', count: facts.errors }
  if (facts.openPins > 0) return { code: 'submission.pins_open', count: facts.openPins }
  return null
}
