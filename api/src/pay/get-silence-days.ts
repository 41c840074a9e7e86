import type { Rows } from '../db/database.ts'
import { assert } from '../kernel/assert.ts'
import { dateOfDay } from '../kernel/japan-day.ts'

/** How many days without a word count as confirmed, as the basic contract on a day says. */
export async function silenceDaysOn(rows: Rows, day: string): Promise<number> {
  const on = dateOfDay(day)
  const agreed = await rows.datedRate.findFirst({
    where: { kind: 'statement_silence_days', validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gt: on } }] },
    select: { value: true },
  })
  assert(agreed, `no number of days is agreed for ${day}`)
  return agreed.value
}
