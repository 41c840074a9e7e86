import type { ledgerAccounts } from '@tsumugi/kit/contract/ledger.ts'
import type { Rows } from '../db/database.ts'
import { isoDayOf, monthDays } from '../kernel/japan-day.ts'
import { yenFromBigInt } from '../kernel/yen.ts'
import { accountNames, causeNames } from './account-names.ts'
import type { Slip } from './journal-calc.ts'

interface SumRow {
  day: Date
  cause: string
  account: (typeof ledgerAccounts)[number]
  party: string
  amountYen: bigint
}

/** A month's entries, summed by the day they are booked on and cause: one slip each, numbered from 1, small however many tasks a day had. */
export async function getSlips(rows: Rows, month: string): Promise<Slip[]> {
  const { from, to } = monthDays(month)
  const sums = await rows.$queryRaw<SumRow[]>`
    SELECT p.booked_on AS day, e.cause, p.account::text AS account,
           coalesce(client.name, person.display_name, '') AS party, sum(p.amount_yen)::bigint AS "amountYen"
    FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id
    LEFT JOIN organisation client ON client.id = p.client_id
    LEFT JOIN person ON person.id = p.person_id
    WHERE p.booked_on >= ${from}::date AND p.booked_on < ${to}::date
    GROUP BY 1, 2, 3, 4 HAVING sum(p.amount_yen) <> 0 ORDER BY 1, 2, 3, 4`
  const slips = new Map<string, Slip>()
  for (const { day, cause, account, party, amountYen } of sums) {
    const key = `${isoDayOf(day)} ${cause}`
    const before = slips.get(key)
    const sum = { account: accountNames[account], party, amountYen: yenFromBigInt(amountYen) }
    slips.set(key, {
      number: before?.number ?? slips.size + 1,
      day: isoDayOf(day),
      description: causeNames[cause] ?? cause,
      sums: [...(before?.sums ?? []), sum],
    })
  }
  return [...slips.values()]
}
