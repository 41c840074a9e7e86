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

/** Pay by the hour of one task: its price, and the most minutes it pays for; null where it is not paid by the hour. */
export function hourlyOf(feeYen: number, hourYen: number | null): { yenPerHour: number; minutes: number } | null {
  return hourYen === null ? null : { yenPerHour: hourYen, minutes: minutesFor(feeYen, hourYen) }
}
