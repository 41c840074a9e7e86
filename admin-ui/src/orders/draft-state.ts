import type { Order } from './order-look.ts'

/** The fields of a draft a client fills in. */
export type DraftFields = Pick<Order, 'title' | 'brief' | 'labels' | 'dueOn' | 'deliveryFormats'>
type Field = keyof DraftFields

/** What is typed into a draft, and what of it the server has. */
export interface Draft {
  /** As the server has it, as far as is known here. */
  saved: DraftFields
  /** The version `saved` is of. */
  version: number
  /** Typed here and not yet on its way. */
  typed: Partial<DraftFields>
  /** On its way. */
  sending: Partial<DraftFields>
  /** Fields somebody else changed while they were typed here: nothing is sent until it is said which is to stay. */
  conflict: readonly Field[]
}

/** A draft as it was read, with nothing typed. */
export function draftOf(order: DraftFields & { version: number }): Draft {
  return { saved: fieldsOf(order), version: order.version, typed: {}, sending: {}, conflict: [] }
}

/** What the fields show: what is typed, over what is on its way, over what is saved. */
export function shownFields({ saved, sending, typed }: Draft): DraftFields {
  return { ...saved, ...sending, ...typed }
}

/** Something was typed. */
export function whenTyped(draft: Draft, part: Partial<DraftFields>): Draft {
  return { ...draft, typed: { ...draft.typed, ...part } }
}

/** What is to be sent now, and the draft while it is on its way; null when there is nothing to send or it must wait. */
export function takeToSend(draft: Draft): { changes: Partial<DraftFields>; draft: Draft } | null {
  if (isOnItsWay(draft) || draft.conflict.length > 0) return null
  const { typed } = draft
  const changed = fieldNames(typed).filter((field) => !isSame(typed[field], draft.saved[field]))
  // An emptied name is shown but stays here: an order always has one.
  const ready = changed.filter((field) => field !== 'title' || typed.title?.trim() !== '')
  if (ready.length === 0) return null
  const changes = only(typed, ready)
  const kept = only(
    typed,
    changed.filter((field) => !ready.includes(field)),
  )
  return { changes, draft: { ...draft, typed: kept, sending: changes } }
}

/** What was on its way is saved as this version. */
export function whenSaved(draft: Draft, version: number): Draft {
  return { ...draft, saved: { ...draft.saved, ...draft.sending }, version, sending: {} }
}

/** What was on its way was not taken: it waits again, under what was typed since. */
export function whenRefused(draft: Draft): Draft {
  return { ...draft, typed: { ...draft.sending, ...draft.typed }, sending: {} }
}

/** The order was read again: what nobody types here follows it; what was changed there and here is a conflict. */
export function whenReadAgain(draft: Draft, order: DraftFields & { version: number }): Draft {
  if (order.version <= draft.version || isOnItsWay(draft)) return draft
  const theirs = fieldsOf(order)
  const { typed } = draft
  const overlaps = fieldNames(typed).filter(
    (field) => !isSame(theirs[field], draft.saved[field]) && !isSame(theirs[field], typed[field]),
  )
  const conflict = [...new Set([...draft.conflict, ...overlaps])]
  return { ...draft, saved: theirs, version: order.version, conflict }
}

/** The conflict is decided: what was typed here stays, or gives way to what the others wrote. */
export function whenDecided(draft: Draft, keep: 'mine' | 'theirs'): Draft {
  const typed =
    keep === 'mine'
      ? draft.typed
      : only(
          draft.typed,
          fieldNames(draft.typed).filter((field) => !draft.conflict.includes(field)),
        )
  return { ...draft, typed, conflict: [] }
}

/** Is something typed that the server does not have? */
export function isUnsaved(draft: Draft): boolean {
  const { typed, saved } = draft
  return isOnItsWay(draft) || fieldNames(typed).some((field) => !isSame(typed[field], saved[field]))
}

function isOnItsWay({ sending }: Draft): boolean {
  return Object.keys(sending).length > 0
}

function fieldsOf({ title, brief, labels, dueOn, deliveryFormats }: DraftFields): DraftFields {
  return { title, brief, labels, dueOn, deliveryFormats }
}

function fieldNames(part: Partial<DraftFields>): Field[] {
  return Object.keys(part) as Field[]
}

function only(part: Partial<DraftFields>, fields: readonly Field[]): Partial<DraftFields> {
  return Object.fromEntries(fields.map((field) => [field, part[field]]))
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
