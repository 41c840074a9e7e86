import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'

/** What decides whether more minutes may be asked for, or granted. */
export interface MoreTimeFacts {
  state: string
  /** Null where the order does not pay by the hour. */
  hourYen: number | null
  /** Its pay is on the books. */
  isPaid: boolean
}

/** Work somebody goes on with. */
const inHand: ReadonlySet<string> = new Set(['claimed', 'returned'])
/** Handed in meanwhile, the minutes are paid all the same. */
const grantable: ReadonlySet<string> = new Set([...inHand, 'submitted'])

/** Why more minutes cannot be asked for, or null. */
export function askRefusal(facts: MoreTimeFacts, hasWaiting: boolean): RefusalCode | null {
  if (facts.hourYen === null) return 'more_time.not_hourly'
  if (!inHand.has(facts.state) || facts.isPaid) return 'more_time.not_held'
  return hasWaiting ? 'more_time.waiting' : null
}

/** Why somebody cannot decide about an ask, or null. */
export function decideRefusal(ask: { personId: string; state: string }, deciderId: string): RefusalCode | null {
  if (ask.state !== 'asked') return 'more_time.decided'
  return ask.personId === deciderId ? 'more_time.own' : null
}

/** Why an ask cannot be granted for this work any more, or null. */
export function grantRefusal(
  ask: { personId: string; state: string },
  deciderId: string,
  facts: MoreTimeFacts & { personId: string | null },
): RefusalCode | null {
  const isTheirs = facts.personId === ask.personId && grantable.has(facts.state) && !facts.isPaid
  return decideRefusal(ask, deciderId) ?? (isTheirs && facts.hourYen !== null ? null : 'more_time.not_held')
}
