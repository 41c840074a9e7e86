import { assert } from '../kernel/assert.ts'
import { sumYen } from '../kernel/yen.ts'

/** A sum on one account within a slip; debit positive, credit negative. */
export interface SlipSum {
  account: string
  /** The client or person it is about (補助科目, 取引先); empty for none. */
  party: string
  amountYen: number
}

/** All entries of one day with one cause, summed. */
export interface Slip {
  number: number
  /** A day in Japan. */
  day: string
  description: string
  sums: readonly SlipSum[]
}

/** One side of a line; null where the other side has more lines. */
export interface SlipSide {
  account: string
  party: string
  /** Above zero. */
  amountYen: number
}
export interface SlipLine {
  debit: SlipSide | null
  credit: SlipSide | null
}

/** The lines of a slip: debits and credits beside each other, largest first. Accounts of one name are summed before. */
export function slipLines({ sums, day }: Slip): SlipLine[] {
  const byPlace = new Map<string, SlipSum>()
  for (const sum of sums) {
    const key = JSON.stringify([sum.account, sum.party])
    const before = byPlace.get(key)
    byPlace.set(key, { ...sum, amountYen: sumYen([before?.amountYen ?? 0, sum.amountYen]) })
  }
  const all = [...byPlace.values()]
  assert(sumYen(all.map(({ amountYen }) => amountYen)) === 0, `the slip of ${day} is uneven`)
  const side = (sign: 1 | -1): SlipSide[] =>
    all
      .map((sum) => ({ ...sum, amountYen: sum.amountYen * sign }))
      .filter(({ amountYen }) => amountYen > 0)
      .sort((a, b) => b.amountYen - a.amountYen || (a.party < b.party ? -1 : 1))
  const [debits, credits] = [side(1), side(-1)]
  return Array.from({ length: Math.max(debits.length, credits.length) }, (_, at) => ({
    debit: debits[at] ?? null,
    credit: credits[at] ?? null,
  }))
}
