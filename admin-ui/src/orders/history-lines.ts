import type { Order } from './order-look.ts'

type Event = Order['history'][number]

/** What is told with a count, so that sixty files in a row are one line. */
const countable = new Set(['item.added'])
/** What is told once, however often it happened in a row: a draft saves itself at every pause. */
const repeatable = new Set(['order.changed', 'delivery.downloaded'])

/** The history for reading: runs of the same by the same person are one line, dated by the newest. Newest first. */
export function historyLines(history: readonly Event[]): Event[] {
  const lines: Event[] = []
  for (const event of history) {
    const last = lines.at(-1)
    if (last && isSame(last, event)) {
      if (countable.has(event.action)) last.facts.count = countOf(last) + countOf(event)
      continue
    }
    lines.push({ ...event, facts: { ...event.facts } })
  }
  return lines
}

function isSame(one: Event, other: Event): boolean {
  const isFoldable = countable.has(one.action) || repeatable.has(one.action)
  const isSameThing = one.action === other.action && one.facts.version === other.facts.version
  return isFoldable && isSameThing && one.actor === other.actor && one.actorRole === other.actorRole
}

function countOf({ facts }: Event): number {
  return Number(facts.count ?? 1)
}
