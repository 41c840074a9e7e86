import { minutesFor } from '../kernel/yen.ts'

/**
 * SQL of what an hour of an order's work pays now, as agreed or as raised since; null where it is not paid by the hour.
 * An agreed quote never changes and a raise only goes up, so that the price of a claim stands in them.
 * @param orderId SQL of the order's id
 */
export function hourPrice(orderId: string): string {
  return `(SELECT coalesce((SELECT r.unit_pay_yen FROM pay_raise r WHERE r.order_id = q.order_id ORDER BY r.raised_at DESC, r.id DESC LIMIT 1),
    q.unit_pay_yen) FROM quote q WHERE q.order_id = ${orderId} AND q.state = 'agreed' AND q.pay_kind = 'per_hour')`
}

const taskCauses = "('assignment_accepted', 'assignment_received', 'hand_over_shared')"

/**
 * SQL of what a posting paid of a task, for those who read it as a line: `paidMinutes` and `workedMinutes`, begun ones counted, where
 * hours are paid, by the price of an hour when it was posted; `shareBp`, its part of the task's one price, where work that
 * changed hands has several and is not paid by the hour.
 * @param posting alias of a posting on `payable`; `entry` is its entry, `assignment` the work, or null
 */
export function paidOf({ posting, entry, assignment }: Record<'posting' | 'entry' | 'assignment', string>): string {
  const priceNow = hourPrice(`${posting}.order_id`)
  const priceThen = `coalesce((SELECT r.was_yen FROM pay_raise r WHERE r.order_id = ${posting}.order_id AND r.raised_at >= ${posting}.posted_at
    ORDER BY r.raised_at, r.id LIMIT 1), ${priceNow})`
  const isOfTask = `${entry}.cause IN ${taskCauses}`
  const isHourly = `${isOfTask} AND ${priceNow} IS NOT NULL`
  return `CASE WHEN ${isHourly} THEN floor(-${posting}.amount_yen * 60 / (${priceThen})::numeric)::int END AS "paidMinutes",
    CASE WHEN ${isHourly} THEN ceil(${secondsOf({ posting, entry })} / 60.0)::int END AS "workedMinutes",
    CASE WHEN ${isOfTask} AND ${priceNow} IS NULL AND ${assignment}.fee_yen > 0 AND EXISTS (SELECT FROM hand_over h
        WHERE h.assignment_id = ${assignment}.id AND h.share_yen > 0 AND h.person_id IS DISTINCT FROM ${assignment}.person_id)
      THEN round(-${posting}.amount_yen * 10000 / ${assignment}.fee_yen::numeric)::int END AS "shareBp"`
}

/** SQL of the seconds behind what a posting paid of a task: those of its author, or of who handed it over. */
export function secondsOf({ posting, entry }: Record<'posting' | 'entry', string>): string {
  return `coalesce((SELECT sum(h.active_seconds)::int FROM hand_over h
      WHERE ${entry}.cause = 'hand_over_shared' AND h.assignment_id = ${posting}.assignment_id AND h.person_id = ${posting}.person_id),
    (SELECT s.active_seconds FROM submission s LEFT JOIN review v ON v.submission_id = s.id
      WHERE (${entry}.cause = 'assignment_accepted' AND s.assignment_id = ${posting}.assignment_id AND v.decision IN ('accepted', 'fixed'))
        OR (${entry}.cause = 'assignment_received' AND s.id = ${entry}.cause_id)))`
}

/** Pay by the hour of one task: its price, and the most minutes it pays for; null where it is not paid by the hour. */
export function hourlyOf(feeYen: number, hourYen: number | null): { yenPerHour: number; minutes: number } | null {
  return hourYen === null ? null : { yenPerHour: hourYen, minutes: minutesFor(feeYen, hourYen) }
}
