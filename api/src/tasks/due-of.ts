/**
 * SQL: the day work in hand is due, as text: the latest of the order's day, the day of the terms it was claimed under, and every
 * day the order was given since. So it comes later at once and never nearer (its holder would have to agree).
 * @param a alias of the assignment; `o` is its order
 */
export function dueOf(a: string): string {
  return `greatest(to_char(o.due_on, 'YYYY-MM-DD'),
    (SELECT n.body #>> '{delivery,due}' FROM terms_notice n WHERE n.id = ${a}.terms_notice_id),
    (SELECT max(c.value) FROM terms_change c
      WHERE c.order_id = ${a}.order_id AND c.item = 'due_day' AND c.changed_at > ${a}.claimed_at))`
}
