/** What must hold for orders, items and quotes; each query gives the rows that break it. */
export const checks: { sentence: string; ja: string; sql: string }[] = [
  {
    sentence: 'an order that was handed in has items at 0, 1, 2 … without gaps',
    ja: '提出された案件の画像は、抜けなく並んでいる',
    sql: `SELECT o.id, count(i.id), max(i.position) FROM "order" o LEFT JOIN order_item i ON i.order_id = o.id
          WHERE o.state NOT IN ('draft', 'cancelled') GROUP BY o.id
          HAVING count(i.id) = 0 OR max(i.position) <> count(i.id) - 1`,
  },
  {
    sentence: 'an order has an agreed quote exactly from the agreement on',
    ja: '合意した見積は、合意のあとの案件だけにある',
    sql: `SELECT o.id, o.state, count(q.id) FROM "order" o LEFT JOIN quote q ON q.order_id = o.id AND q.state = 'agreed'
          WHERE o.state <> 'cancelled' GROUP BY o.id
          HAVING (o.state IN ('agreed', 'running', 'delivered', 'accepted', 'closed')) <> (count(q.id) = 1)`,
  },
  {
    sentence: 'a quoted order has a quote on offer, and no other order has',
    ja: '返事を待つ見積は、見積中の案件だけにある',
    sql: `SELECT o.id, o.state FROM "order" o
          WHERE o.state <> 'cancelled' AND (o.state = 'quoted') <>
            EXISTS (SELECT FROM quote q WHERE q.order_id = o.id AND q.state = 'offered')`,
  },
  {
    sentence: 'a quote is for as many units as its order has items, and its tax is its rate on the price, rounded down',
    ja: '見積の数量は画像の枚数と一致し、消費税は税率どおり（端数切り捨て）',
    sql: `SELECT q.id, q.units, q.tax_yen FROM quote q
          WHERE q.units <> (SELECT count(*) FROM order_item i WHERE i.order_id = q.order_id)
             OR q.tax_yen <> floor(q.price_yen::numeric * q.tax_rate_bp / 10000)`,
  },
  {
    sentence: 'an agreed or declined quote says who decided and when, a declined one also why',
    ja: '合意または辞退された見積には、だれがいつ決めたか、辞退にはその理由がある',
    sql: `SELECT id, state FROM quote
          WHERE (state IN ('agreed', 'declined')) <> (decided_by_id IS NOT NULL AND decided_at IS NOT NULL)
             OR (state = 'declined') <> (declined_reason IS NOT NULL)`,
  },
  {
    sentence: 'what a cancelled order owes stands in the ledger, tax exclusive as revenue',
    ja: '取り消された案件の請求額は、税抜きで売上として帳簿にある',
    sql: `SELECT o.id, o.cancelled_owed_yen FROM "order" o
          WHERE o.state = 'cancelled' AND coalesce(o.cancelled_owed_yen, 0) <> coalesce((
            SELECT -sum(p.amount_yen) FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id
            WHERE e.cause = 'order_cancelled' AND e.cause_id = o.id AND p.account = 'revenue'), 0)`,
  },
]
