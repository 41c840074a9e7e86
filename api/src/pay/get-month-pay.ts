import type { Rows } from '../db/database.ts'
import { addDays, dateOfDay, dayStart, monthEnd } from '../kernel/japan-day.ts'
import { yenFromBigInt } from '../kernel/yen.ts'
import type { ReceivedWork } from '../ledger/public.ts'
import type { PersonPay } from './statement-calc.ts'

/** A month as days for DATE columns and as an instant; half-open. */
export function monthRange(month: string): { from: Date; to: Date; endsAt: Date } {
  const first = `${month}-01`
  const after = addDays(monthEnd(first), 1)
  return { from: dateOfDay(first), to: dateOfDay(after), endsAt: dayStart(after) }
}

/** Handed in by the end of the month and paid to nobody yet, because nobody has reviewed it. Sent back work is not here. */
const unreviewed = `
  SELECT s.id AS "submissionId", a.id AS "assignmentId", a.order_id AS "orderId", a.person_id AS "authorId",
         a.fee_yen AS "feeYen", a.own_yen AS "ownYen", s.submitted_at AS "submittedAt"
  FROM assignment a
  JOIN LATERAL (SELECT id, submitted_at FROM submission WHERE assignment_id = a.id ORDER BY revision DESC LIMIT 1) s ON true
  WHERE a.state = 'submitted' AND a.fee_yen > 0 AND s.submitted_at < $1::timestamptz
    AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id AND p.person_id = a.person_id)`

/** The work a close must pay although its review is late. */
export function getUnreviewedWork(rows: Rows, month: string): Promise<ReceivedWork[]> {
  return rows.$queryRawUnsafe<ReceivedWork[]>(unreviewed, monthRange(month).endsAt)
}

/** What each person is owed for what was received in a month, unreviewed work included; by id. */
export async function getMonthPay(rows: Rows, month: string): Promise<PersonPay[]> {
  const { from, to, endsAt } = monthRange(month)
  const people = await rows.$queryRawUnsafe<
    (Omit<PersonPay, 'feeYen' | 'ko1Yen'> & { feeYen: bigint; ko1Yen: bigint })[]
  >(
    `WITH waiting AS (${unreviewed}),
     owed AS (
       SELECT person_id, -amount_yen AS yen, withholding FROM ledger_posting WHERE received_on >= $2::date AND received_on < $3::date
       UNION ALL
       SELECT "authorId", least("feeYen" - coalesce((SELECT sum(h.share_yen) FROM hand_over h
         WHERE h.assignment_id = waiting."assignmentId" AND h.person_id <> "authorId"), 0), "ownYen"), 'none' FROM waiting
       UNION ALL
       SELECT h.person_id, sum(h.share_yen), 'none' FROM waiting JOIN hand_over h ON h.assignment_id = waiting."assignmentId"
       WHERE h.person_id <> "authorId" AND NOT EXISTS (
         SELECT FROM ledger_posting p WHERE p.assignment_id = h.assignment_id AND p.person_id = h.person_id)
       GROUP BY h.assignment_id, h.person_id
     )
     SELECT person.id AS "personId", person.display_name AS "personName", count(*)::int AS lines,
            sum(yen)::bigint AS "feeYen",
            coalesce(sum(yen) FILTER (WHERE withholding = 'ko1'), 0)::bigint AS "ko1Yen"
     FROM owed JOIN person ON person.id = owed.person_id WHERE yen <> 0
     GROUP BY person.id ORDER BY person.id`,
    endsAt,
    from,
    to,
  )
  return people.map((each) => ({
    ...each,
    feeYen: yenFromBigInt(each.feeYen),
    ko1Yen: yenFromBigInt(each.ko1Yen),
  }))
}

/** The months with received work that stands on no statement yet, ascending. Months close in order, so all are later than the last closed one. */
export async function getUnstatedMonths(rows: Rows): Promise<string[]> {
  const last = await rows.payMonth.findFirst({ where: { state: 'closed' }, orderBy: { month: 'desc' } })
  const openFrom = last ? monthRange(last.month) : { to: dateOfDay('1970-01-01'), endsAt: dayStart('1970-01-01') }
  const months = await rows.$queryRaw<{ month: string }[]>`
    SELECT to_char(received_on, 'YYYY-MM') AS month FROM ledger_posting WHERE received_on >= ${openFrom.to}::date
    GROUP BY 1
    UNION
    SELECT to_char(a.submitted_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') FROM assignment a
    WHERE a.state = 'submitted' AND a.fee_yen > 0 AND a.submitted_at >= ${openFrom.endsAt}::timestamptz
      AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id AND p.person_id = a.person_id)
    GROUP BY 1
    ORDER BY 1`
  return months.map(({ month }) => month)
}

/** The months two people have agreed on and that are still to be closed, in order. */
export async function getApprovedMonths(rows: Rows): Promise<string[]> {
  const approved = await rows.payMonth.findMany({ where: { state: 'approved' }, orderBy: { month: 'asc' } })
  return approved.map(({ month }) => month)
}

/** Who makes the statements: the corporation, by its name of today. */
export async function getOrdererName(rows: Rows): Promise<string> {
  const corporation = await rows.organisation.findFirstOrThrow({ where: { kind: 'corporation' } })
  return corporation.name
}
