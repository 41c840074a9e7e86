/**
 * SQL: does the notice `n` hold, once it is confirmed? It is the person's newest for the order, pins the newest manual,
 * names the pay and the due day of now, and its day is not past (FL-3, items 3-3 and 3-4).
 * @param today SQL of the day it is in Japan, as text
 */
export function termsHold(today: string): string {
  return `n.version = (SELECT max(v.version) FROM terms_notice v WHERE v.order_id = n.order_id AND v.person_id = n.person_id)
    AND n.manual_version = coalesce((SELECT max(m.version) FROM manual m WHERE m.order_id = n.order_id), 0)
    AND NOT EXISTS (SELECT FROM pay_raise r WHERE r.order_id = n.order_id AND r.raised_at > n.made_at)
    AND NOT EXISTS (SELECT FROM terms_change c WHERE c.order_id = n.order_id AND c.changed_at > n.made_at)
    AND n.body #>> '{delivery,due}' >= ${today}`
}
