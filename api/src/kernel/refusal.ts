import type { FieldProblem, RefusalBody, RefusalCode } from '@tsumugi/kit/contract/refusals.ts'

type Facts = Record<string, string | number>

/** The world says no: thrown by commands, answered as the 4xx its code stands for in the catalogue. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly facts: Facts
  readonly fields: { path: string; problem: FieldProblem; facts?: Facts }[] | undefined

  constructor(code: RefusalCode, facts: Facts = {}, fields?: Refusal['fields']) {
    super(code)
    this.code = code
    this.facts = facts
    this.fields = fields
  }

  /** The JSON body of the answer. */
  body(): RefusalBody {
    return { refusal: { code: this.code, facts: this.facts, ...(this.fields && { fields: this.fields }) } }
  }
}

/** Throws the refusal a pure rule gave, if it gave one. */
export function refuseIf(code: RefusalCode | null, facts: Facts = {}): void {
  if (code) throw new Refusal(code, facts)
}

/**
 * The version after the one that was read, if that is still the newest. Otherwise somebody saved in between: nothing is changed, and
 * both versions are named.
 */
export function nextVersion({ read, now }: { read: number; now: number }): number {
  if (read !== now) throw new Refusal('version.stale', { read, now })
  return now + 1
}

/** The value, or 404: what does not exist and what this person may not see look the same. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Refusal('thing.not_found')
  return value
}
