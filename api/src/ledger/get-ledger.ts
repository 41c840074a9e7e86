import type { getLedger as endpoint } from '@tsumugi/kit/contract/ledger.ts'
import { ledgerAccounts } from '@tsumugi/kit/contract/ledger.ts'
import type { Command } from '../http/command.ts'
import { dayStart, monthBounds } from '../kernel/japan-day.ts'
import { sumYen, yenFromBigInt } from '../kernel/yen.ts'
import type { World } from '../world.ts'
import { marginOf } from './margin-calc.ts'

/** Half-open; everything when no month is asked for. */
interface Period {
  from: Date
  to: Date
}
const always: Period = { from: dayStart('1970-01-01'), to: dayStart('9999-01-01') }

/** Trial balance, who is owed what, who owes what, and the margin per order: all from the postings of the period. */
export const getLedger: Command<typeof endpoint> = async ({ world, query }) => {
  const period = query.month === undefined ? always : monthBounds(query.month)
  const [balances, payables, receivables, orders] = await Promise.all([
    balancesOf(world, period),
    payablesOf(world, period),
    receivablesOf(world, period),
    marginsOf(world, period),
  ])
  return { balances, sumYen: sumYen(balances.map(({ amountYen }) => amountYen)), payables, receivables, orders }
}

async function balancesOf(world: World, { from, to }: Period) {
  const sums = await world.db.rows.ledgerPosting.groupBy({
    by: ['account'],
    where: { postedAt: { gte: from, lt: to } },
    _sum: { amountYen: true },
  })
  return ledgerAccounts.map((account) => ({
    account,
    amountYen: yenFromBigInt(sums.find((sum) => sum.account === account)?._sum.amountYen ?? 0n),
  }))
}

async function payablesOf(world: World, { from, to }: Period) {
  const rows = await world.db.rows.$queryRaw<{ id: string; name: string; amountYen: bigint; entries: number }[]>`
    SELECT person.id, person.display_name AS name, -sum(p.amount_yen)::bigint AS "amountYen",
           count(DISTINCT p.entry_id)::int AS entries
    FROM ledger_posting p JOIN person ON person.id = p.person_id
    WHERE p.account IN ('payable', 'transfer_due') AND p.posted_at >= ${from}::timestamptz AND p.posted_at < ${to}::timestamptz
    GROUP BY person.id HAVING sum(p.amount_yen) <> 0 ORDER BY 3 DESC, person.id`
  return rows.map(({ id, name, amountYen, entries }) => ({
    person: { id, name },
    amountYen: yenFromBigInt(amountYen),
    entries,
  }))
}

async function receivablesOf(world: World, { from, to }: Period) {
  const rows = await world.db.rows.$queryRaw<{ id: string; name: string; amountYen: bigint }[]>`
    SELECT client.id, client.name, sum(p.amount_yen)::bigint AS "amountYen"
    FROM ledger_posting p JOIN organisation client ON client.id = p.client_id
    WHERE p.account = 'receivable' AND p.posted_at >= ${from}::timestamptz AND p.posted_at < ${to}::timestamptz
    GROUP BY client.id ORDER BY 3 DESC, client.id`
  return rows.map(({ id, name, amountYen }) => ({ client: { id, name }, amountYen: yenFromBigInt(amountYen) }))
}

interface OrderSums {
  id: string
  number: number
  title: string
  revenueYen: bigint
  workerPayYen: bigint
  reviewPayYen: bigint
  overheadBp: number
}

async function marginsOf(world: World, { from, to }: Period) {
  const rows = await world.db.rows.$queryRaw<OrderSums[]>`
    SELECT o.id, o.number, o.title,
           coalesce(-sum(p.amount_yen) FILTER (WHERE p.account = 'revenue'), 0)::bigint AS "revenueYen",
           coalesce(sum(p.amount_yen) FILTER (WHERE p.account = 'worker_pay'), 0)::bigint AS "workerPayYen",
           coalesce(sum(p.amount_yen) FILTER (WHERE p.account = 'review_pay'), 0)::bigint AS "reviewPayYen",
           coalesce((SELECT q.overhead_bp FROM quote q WHERE q.order_id = o.id AND q.state = 'agreed'), 0) AS "overheadBp"
    FROM ledger_posting p JOIN "order" o ON o.id = p.order_id
    WHERE p.posted_at >= ${from}::timestamptz AND p.posted_at < ${to}::timestamptz
    GROUP BY o.id ORDER BY o.number DESC`
  return rows.map((row) => ({
    order: { id: row.id, number: row.number, title: row.title },
    ...marginOf({
      revenueYen: yenFromBigInt(row.revenueYen),
      workerPayYen: yenFromBigInt(row.workerPayYen),
      reviewPayYen: yenFromBigInt(row.reviewPayYen),
      overheadBp: row.overheadBp,
    }),
  }))
}
