import type { Rows } from '../db/database.ts'
import { yenFromBigInt } from '../kernel/yen.ts'
import { registrationOn } from '../tax-profiles/public.ts'
import type { OrderFact, PayFact, RevenueFact } from './economics-calc.ts'

/** Half-open, by the day an entry is booked on. */
export interface Period {
  from: string
  to: string
}

/**
 * All pay orders bore in a period, by order, team, month and how its tax is credited: fully when the person was registered
 * on the day the work was received, else by the share of that day.
 */
export async function getPayFacts(rows: Rows, { from, to }: Period): Promise<PayFact[]> {
  const found = await rows.$queryRawUnsafe<(Omit<PayFact, 'amountYen'> & { amountYen: bigint })[]>(
    `SELECT p.order_id AS "orderId", a.team_id AS "teamId",
           to_char(p.booked_on, 'YYYY-MM') AS month, e.cause = 'review_done' AS "isReview",
           CASE WHEN registered.registration_number IS NOT NULL THEN 10000 ELSE coalesce(credit.value, 0) END AS "creditBp",
           coalesce(tax.value, 0) AS "taxRateBp", -sum(p.amount_yen)::bigint AS "amountYen"
    FROM ledger_posting p
    JOIN ledger_entry e ON e.id = p.entry_id
    LEFT JOIN review r ON e.cause = 'review_done' AND r.id = e.cause_id
    LEFT JOIN assignment a ON a.id = coalesce(p.assignment_id, r.assignment_id)
    ${registrationOn}
    LEFT JOIN dated_rate credit ON credit.kind = 'input_credit_bp' AND credit.valid_from <= p.received_on
      AND (credit.valid_to IS NULL OR credit.valid_to > p.received_on)
    LEFT JOIN dated_rate tax ON tax.kind = 'consumption_tax_bp' AND tax.valid_from <= p.received_on
      AND (tax.valid_to IS NULL OR tax.valid_to > p.received_on)
    WHERE p.account = 'payable' AND p.order_id IS NOT NULL AND p.received_on IS NOT NULL
      AND p.booked_on >= $1::date AND p.booked_on < $2::date
    GROUP BY 1, 2, 3, 4, 5, 6`,
    from,
    to,
  )
  return found.map((row) => ({ ...row, amountYen: yenFromBigInt(row.amountYen) }))
}

/** What orders earned in a period, less what was taken off afterwards, by month. */
export async function getRevenueFacts(rows: Rows, { from, to }: Period): Promise<RevenueFact[]> {
  const found = await rows.$queryRaw<(Omit<RevenueFact, 'amountYen'> & { amountYen: bigint })[]>`
    SELECT p.order_id AS "orderId", to_char(p.booked_on, 'YYYY-MM') AS month,
           -sum(p.amount_yen)::bigint AS "amountYen"
    FROM ledger_posting p
    WHERE p.account IN ('revenue', 'discount') AND p.booked_on >= ${from}::date AND p.booked_on < ${to}::date
    GROUP BY 1, 2`
  return found.map((row) => ({ ...row, amountYen: yenFromBigInt(row.amountYen) }))
}

/** Orders by id. */
export async function getOrderFacts(rows: Rows, ids: readonly string[]): Promise<ReadonlyMap<string, OrderFact>> {
  const orders = await rows.order.findMany({
    where: { id: { in: [...ids] } },
    include: { client: { select: { name: true } }, quotes: { where: { state: 'agreed' } } },
  })
  return new Map(
    orders.map((order) => [
      order.id,
      {
        id: order.id,
        name: `T-${order.number} ${order.title}`,
        clientId: order.clientId,
        clientName: order.client.name,
        overheadBp: order.quotes[0]?.overheadBp ?? 0,
      },
    ]),
  )
}

/** What an order in work will still bring and cost. */
export interface Remaining {
  orderId: string
  /** The agreed price that is not earned yet, before tax. */
  revenueYen: number
  /** Fees of everything not paid yet. */
  workerPayYen: number
  /** Its reviews, at the quote's share of each fee. */
  reviewPayYen: number
}

/** Every order in work with what is still to come, by its agreed quote and the fees of its assignments. */
export async function getRemaining(rows: Rows): Promise<Remaining[]> {
  const found = await rows.$queryRaw<
    { orderId: string; revenueYen: bigint; workerPayYen: bigint; reviewPayYen: bigint }[]
  >`
    SELECT o.id AS "orderId",
           (q.price_yen - coalesce((SELECT -sum(p.amount_yen) FROM ledger_posting p
              WHERE p.order_id = o.id AND p.account = 'revenue'), 0))::bigint AS "revenueYen",
           coalesce(left_over.fee_yen, 0)::bigint AS "workerPayYen",
           coalesce(left_over.review_yen, 0)::bigint AS "reviewPayYen"
    FROM "order" o JOIN quote q ON q.order_id = o.id AND q.state = 'agreed'
    LEFT JOIN LATERAL (
      SELECT sum(a.fee_yen) FILTER (WHERE NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id)) AS fee_yen,
             sum(floor(a.fee_yen * q.review_share_bp / 10000.0)) AS review_yen
      FROM assignment a WHERE a.order_id = o.id AND a.state NOT IN ('accepted', 'cancelled')
    ) left_over ON true
    WHERE o.state IN ('agreed', 'running', 'delivered')`
  return found.map((row) => ({
    orderId: row.orderId,
    revenueYen: yenFromBigInt(row.revenueYen),
    workerPayYen: yenFromBigInt(row.workerPayYen),
    reviewPayYen: yenFromBigInt(row.reviewPayYen),
  }))
}

/** Names of teams by id. */
export async function getTeamNames(rows: Rows): Promise<ReadonlyMap<string, string>> {
  const teams = await rows.team.findMany({ select: { id: true, name: true } })
  return new Map(teams.map(({ id, name }) => [id, name]))
}

/** Tax and the share of it that is credited for suppliers who are not registered, on a day. */
export async function getRatesOn(rows: Rows, day: Date): Promise<{ taxRateBp: number; creditBp: number }> {
  const rates = await rows.datedRate.findMany({
    where: {
      kind: { in: ['consumption_tax_bp', 'input_credit_bp'] },
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gt: day } }],
    },
  })
  const of = (kind: string) => rates.find((rate) => rate.kind === kind)?.value ?? 0
  return { taxRateBp: of('consumption_tax_bp'), creditBp: of('input_credit_bp') }
}
