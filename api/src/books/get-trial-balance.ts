import type { getTrialBalance as endpoint } from '@tsumugi/kit/contract/books.ts'
import { ledgerAccounts } from '@tsumugi/kit/contract/ledger.ts'
import type { Command } from '../http/command.ts'
import { monthDays } from '../kernel/japan-day.ts'
import { sumYen, yenFromBigInt } from '../kernel/yen.ts'

interface BalanceRow {
  account: string
  openingYen: bigint
  debitYen: bigint
  creditYen: bigint
}

/** Every account over a month, by the day it is booked on, in the order of the ledger. */
export const getTrialBalance: Command<typeof endpoint> = async ({ world, query: { month } }) => {
  const { from, to } = monthDays(month)
  const rows = await world.db.rows.$queryRaw<BalanceRow[]>`
    SELECT p.account::text AS account,
           coalesce(sum(p.amount_yen) FILTER (WHERE p.booked_on < ${from}::date), 0)::bigint AS "openingYen",
           coalesce(sum(p.amount_yen) FILTER (WHERE p.booked_on >= ${from}::date AND p.amount_yen > 0), 0)::bigint AS "debitYen",
           coalesce(-sum(p.amount_yen) FILTER (WHERE p.booked_on >= ${from}::date AND p.amount_yen < 0), 0)::bigint AS "creditYen"
    FROM ledger_posting p WHERE p.booked_on < ${to}::date GROUP BY p.account`
  const of = new Map(rows.map((row) => [row.account, row]))
  const accounts = ledgerAccounts.map((account) => {
    const row = of.get(account)
    const openingYen = yenFromBigInt(row?.openingYen ?? 0n)
    const debitYen = yenFromBigInt(row?.debitYen ?? 0n)
    const creditYen = yenFromBigInt(row?.creditYen ?? 0n)
    return { account, openingYen, debitYen, creditYen, closingYen: sumYen([openingYen, debitYen, -creditYen]) }
  })
  const total = (key: 'openingYen' | 'debitYen' | 'creditYen' | 'closingYen') =>
    sumYen(accounts.map((account) => account[key]))
  return {
    month,
    accounts,
    total: {
      openingYen: total('openingYen'),
      debitYen: total('debitYen'),
      creditYen: total('creditYen'),
      closingYen: total('closingYen'),
    },
  }
}
