import type { Rows } from '../db/database.ts'
import { addDays, dateOfDay, dayStart, isoDayOf, monthEnd } from '../kernel/japan-day.ts'
import { yenFromBigInt } from '../kernel/yen.ts'
import { restOf } from '../tasks/public.ts'
import { type DatedValue, valueOn } from '../tax/dated-rate-calc.ts'
import { prefectureOf } from './hourly-rate-calc.ts'
import type { DayOfPay } from './month-rates-calc.ts'

const wageKind = 'minimum_wage_yen:'

interface Row {
  personId: string
  personName: string
  orderId: string | null
  orderNumber: number | null
  orderTitle: string | null
  kind: string | null
  teamId: string | null
  address: string | null
  on: Date
  feeYen: bigint
  activeSeconds: number
}

/**
 * All timed pay of a month: tasks with the active time their surface noted, waiting for review or not, everybody's part of
 * work that was handed over among them, time paid beside
 * the tasks, and the top-ups and corrections of an order. Reviews, bonuses and sums without time are not in it.
 */
export async function getTimedPay(rows: Rows, month: string, personId: string | null = null): Promise<DayOfPay[]> {
  const first = `${month}-01`
  const after = addDays(monthEnd(first), 1)
  const found = await rows.$queryRawUnsafe<Row[]>(
    timedPaySql,
    ...[dateOfDay(first), dateOfDay(after), dayStart(first), dayStart(after), personId],
  )
  const wages = await getWages(rows)
  const corporation = await rows.organisation.findFirst({ where: { kind: 'corporation' }, select: { address: true } })
  const prefectures = [...wages.keys()]
  return found.map(({ orderId, orderNumber, orderTitle, kind, address, on, feeYen, ...row }) => {
    const prefecture = prefectureOf(address ?? '', prefectures) ?? prefectureOf(corporation?.address ?? '', prefectures)
    const day = isoDayOf(on)
    return {
      ...row,
      order: orderId === null ? null : { id: orderId, number: orderNumber ?? 0, title: orderTitle ?? '' },
      kind: kind ?? 'other',
      prefecture,
      on: day,
      feeYen: yenFromBigInt(feeYen),
      wageYen: prefecture === null ? null : valueOn(wages.get(prefecture) ?? [], day),
    }
  })
}

/** Minimum wages by prefecture, with the days they hold. */
async function getWages(rows: Rows): Promise<ReadonlyMap<string, DatedValue[]>> {
  const found = await rows.datedRate.findMany({ where: { kind: { startsWith: wageKind } } })
  const wages = new Map<string, DatedValue[]>()
  for (const { kind, validFrom, validTo, value } of found) {
    const prefecture = kind.slice(wageKind.length)
    const dated = { validFrom: isoDayOf(validFrom), validTo: validTo && isoDayOf(validTo), value }
    wages.set(prefecture, [...(wages.get(prefecture) ?? []), dated])
  }
  return wages
}

/** $1 first day, $2 day after, $3 and $4 the same as instants, $5 person or null. Summed per person, order, team and day. */
const timedPaySql = `WITH waiting AS (
  SELECT a.id, a.person_id, a.order_id, a.team_id, (a.submitted_at AT TIME ZONE 'Asia/Tokyo')::date AS day,
         ${restOf('a', 'a.person_id')} AS rest_yen, s.active_seconds AS seconds
  FROM assignment a
  JOIN LATERAL (SELECT * FROM submission WHERE assignment_id = a.id ORDER BY revision DESC LIMIT 1) s ON true
  WHERE a.state = 'submitted' AND a.fee_yen > 0 AND a.submitted_at >= $3::timestamptz AND a.submitted_at < $4::timestamptz
), part AS (
  SELECT p.person_id, p.order_id, a.team_id, p.received_on AS day, -p.amount_yen AS fee_yen,
         coalesce(d.minutes * 60, s.active_seconds, shared.seconds, 0) AS seconds
  FROM ledger_posting p
  JOIN ledger_entry e ON e.id = p.entry_id
  LEFT JOIN pay_addition d ON e.cause = 'pay_added' AND d.id = e.cause_id
  LEFT JOIN review v ON e.cause = 'assignment_accepted' AND v.assignment_id = e.cause_id AND v.decision IN ('accepted', 'fixed')
  LEFT JOIN submission s ON s.id = CASE WHEN e.cause = 'assignment_received' THEN e.cause_id ELSE v.submission_id END
  LEFT JOIN assignment a ON a.id = p.assignment_id
  LEFT JOIN LATERAL (SELECT sum(h.active_seconds)::int AS seconds FROM hand_over h
    WHERE e.cause = 'hand_over_shared' AND h.assignment_id = p.assignment_id AND h.person_id = p.person_id) shared ON true
  WHERE p.account = 'payable' AND p.received_on >= $1::date AND p.received_on < $2::date
    AND ($5::uuid IS NULL OR p.person_id = $5::uuid)
    AND (s.active_seconds > 0 OR shared.seconds > 0 OR d.minutes > 0 OR d.kind IN ('top_up', 'correction'))
  UNION ALL
  SELECT w.person_id, w.order_id, w.team_id, w.day, w.rest_yen, w.seconds FROM waiting w
  WHERE w.seconds > 0 AND ($5::uuid IS NULL OR w.person_id = $5::uuid)
    AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = w.id AND p.person_id = w.person_id)
  UNION ALL
  SELECT h.person_id, w.order_id, w.team_id, w.day, sum(h.share_yen), sum(h.active_seconds)
  FROM waiting w JOIN hand_over h ON h.assignment_id = w.id AND h.person_id <> w.person_id
  WHERE ($5::uuid IS NULL OR h.person_id = $5::uuid)
    AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = w.id AND p.person_id = h.person_id)
  GROUP BY w.id, h.person_id, w.order_id, w.team_id, w.day HAVING sum(h.active_seconds) > 0
), summed AS (
  SELECT person_id, order_id, team_id, day, sum(fee_yen)::bigint AS fee_yen, sum(seconds)::int AS seconds
  FROM part GROUP BY 1, 2, 3, 4
)
SELECT summed.person_id AS "personId", person.display_name AS "personName", o.id AS "orderId", o.number AS "orderNumber",
       o.title AS "orderTitle", o.kind, summed.team_id AS "teamId", region.address, summed.day AS "on",
       summed.fee_yen AS "feeYen", summed.seconds AS "activeSeconds"
FROM summed JOIN person ON person.id = summed.person_id
LEFT JOIN "order" o ON o.id = summed.order_id
LEFT JOIN team ON team.id = coalesce(summed.team_id, (
  SELECT m.team_id FROM membership m WHERE m.person_id = summed.person_id AND m.team_id IS NOT NULL ORDER BY m.id LIMIT 1))
LEFT JOIN organisation region ON region.id = team.region_id
ORDER BY o.number NULLS LAST, person.display_name, person.id, summed.day`
