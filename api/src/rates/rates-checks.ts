/** What must hold of raises and explanations; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'every raise begins at the price before it: the agreed one, or the raise before',
    ja: '単価の引き上げは、その前の単価（合意した単価か、前の引き上げ）から始まっている',
    sql: `SELECT r.id FROM (
            SELECT id, order_id, was_yen, lag(unit_pay_yen) OVER (PARTITION BY order_id ORDER BY raised_at, id) AS before FROM pay_raise) r
          WHERE r.was_yen <> coalesce(r.before, (SELECT q.unit_pay_yen FROM quote q WHERE q.order_id = r.order_id AND q.state = 'agreed'))`,
  },
]
