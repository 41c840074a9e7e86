import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'

/** What decides whether a draft may be handed in; days are days in Japan. */
export interface SubmitFacts {
  items: number
  labels: number
  dueOn: string | null
  today: string
}

/** Why a draft cannot be handed in for a quote yet, or null. */
export function submitRefusal(facts: SubmitFacts): RefusalCode | null {
  if (facts.items === 0) return 'order.needs_items'
  if (facts.labels === 0) return 'order.needs_labels'
  if (facts.dueOn === null) return 'order.needs_due_day'
  if (facts.dueOn <= facts.today) return 'order.due_day_past'
  return null
}

/** Why this price cannot be offered, or null: working at a loss is a decision, and decisions carry a reason. */
export function offerRefusal(facts: { marginYen: number; note: string }): RefusalCode | null {
  return facts.marginYen < 0 && facts.note === '' ? 'quote.below_cost' : null
}

/** Places in the list of labels whose name stands there before already. */
export function repeatedLabels(labels: readonly { name: string }[]): number[] {
  const names = labels.map(({ name }) => name)
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []))
}
