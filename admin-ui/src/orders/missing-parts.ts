/** What a draft needs before a quote can be asked for, as the server will ask. */
export type Part = 'images' | 'labels' | 'due'

/** The parts still missing, in the order of the page. */
export function missingParts(draft: { items: number; labels: number; dueOn: string | null }, today: string): Part[] {
  const isDue = draft.dueOn !== null && draft.dueOn > today
  const parts: [Part, boolean][] = [
    ['images', draft.items > 0],
    ['labels', draft.labels > 0],
    ['due', isDue],
  ]
  return parts.flatMap(([part, isThere]) => (isThere ? [] : [part]))
}
