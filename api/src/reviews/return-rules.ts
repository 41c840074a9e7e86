import type { FieldProblem } from '@tsumugi/kit/contract/refusals.ts'

/** A pin as the reviewer places it, in image pixels from the top left. */
export interface PlacedPin {
  itemId: string
  x: number
  y: number
  clauseId: string
}

/** What a pin may be placed on. */
export interface PinTarget {
  items: readonly { id: string; width: number; height: number }[]
  clauseIds: ReadonlySet<string>
}

/** One field of a pin that is wrong. */
interface Misplaced {
  path: string
  problem: FieldProblem
  facts?: Record<string, number>
}

/** Pins that stand on no image of the task, or outside of it, each with the field that is wrong. */
export function misplacedPins(pins: readonly PlacedPin[], { items }: PinTarget): Misplaced[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return pins.flatMap((pin, index): Misplaced[] => {
    const item = byId.get(pin.itemId)
    if (!item) return [{ path: `pins.${index}.itemId`, problem: 'not_a_choice' }]
    return [...outside(`pins.${index}.x`, pin.x, item.width), ...outside(`pins.${index}.y`, pin.y, item.height)]
  })
}

function outside(path: string, value: number, maximum: number): Misplaced[] {
  if (value < 0) return [{ path, problem: 'too_small', facts: { minimum: 0 } }]
  return value > maximum ? [{ path, problem: 'too_big', facts: { maximum } }] : []
}

/** Why work cannot be sent back like this; null when it can. */
export function returnRefusal(pins: readonly PlacedPin[], { clauseIds }: PinTarget) {
  if (pins.length === 0) return 'review.return_needs_pin' as const
  return pins.some((pin) => !clauseIds.has(pin.clauseId)) ? ('review.unknown_clause' as const) : null
}
