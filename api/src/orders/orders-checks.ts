/** What must hold for orders, items and quotes; each query gives the rows that break it. */
export const checks: { sentence: string; sql: string }[] = [
  {
    sentence: 'an order that was handed in has items at 0, 1, 2 … without gaps',
    sql: `SELECT o.id, count(i.id), max(i.position) FROM "order" o LEFT JOIN order_item i ON i.order_id = o.id
          WHERE o.state NOT IN ('draft', 'cancelled') GROUP BY o.id
          HAVING count(i.id) = 0 OR max(i.position) <> count(i.id) - 1`,
  },
  {
    sentence: 'an order has an agreed quote exactly from the agreement on',
    sql: `SELECT o.id, o.state, count(q.id) FROM "order" o LEFT JOIN quote q ON q.order_id = o.id AND q.state = 'agreed'
          WHERE o.state <> 'cancelled' GROUP BY o.id
          HAVING (o.state IN ('agreed', 'running', 'delivered', 'accepted', 'closed')) <> (count(q.id) = 1)`,
  },
  {
    sentence: 'a quoted order has a quote on offer, and no other order has',
    sql: `SELECT o.id, o.state FROM "order" o
          WHERE o.state <> 'cancelled' AND (o.state = 'quoted') <>
            EXISTS (SELECT FROM quote q WHERE q.order_id = o.id AND q.state = 'offered')`,
  },
  {
    sentence: 'a quote is for as many units as its order has items, and its tax is its rate on the price, rounded down',
    sql: `SELECT q.id, q.units, q.tax_yen FROM quote q
          WHERE q.units <> (SELECT count(*) FROM order_item i WHERE i.order_id = q.order_id)
             OR q.tax_yen <> floor(q.price_yen::numeric * q.tax_rate_bp / 10000)`,
  },
  {
    sentence: 'an agreed or declined quote says who decided and when, a declined one also why',
    sql: `SELECT id, state FROM quote
          WHERE (state IN ('agreed', 'declined')) <> (decided_by_id IS NOT NULL AND decided_at IS NOT NULL)
             OR (state = 'declined') <> (declined_reason IS NOT NULL)`,
  },
  {
    sentence: 'what a cancelled order owes stands in the ledger, tax exclusive as revenue',
    sql: `SELECT o.id, o.cancelled_owed_yen FROM "order" o
          WHERE o.state = 'cancelled' AND coalesce(o.cancelled_owed_yen, 0) <> coalesce((
            SELECT -sum(p.amount_yen) FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id
            WHERE e.cause = 'order_cancelled' AND e.cause_id = o.id AND p.account = 'revenue'), 0)`,
  },
]
