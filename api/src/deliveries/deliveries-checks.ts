/** What must hold of deliveries; each statement answers the rows that break it. */
export const checks: { sentence: string; ja: string; sql: string }[] = [
  {
    sentence: 'a delivery that was made holds every item of its order',
    ja: 'できあがった納品物には、案件のすべての画像が入っている',
    sql: `
      SELECT d.id, d.items_total, items.count FROM "delivery" d
      CROSS JOIN LATERAL (SELECT count(*) AS count FROM "order_item" i WHERE i.order_id = d.order_id) items
      WHERE d.state NOT IN ('making', 'failed')
        AND (items.count <> d.items_total OR d.items_done <> d.items_total OR (d.manifest ->> 'images')::int <> items.count)`,
  },
  {
    sentence: 'a delivered order has one delivery waiting for its client, and no other order has one',
    ja: '納品済みの案件には発注者の確認を待つ納品物が1つあり、ほかの案件にはない',
    sql: `
      SELECT o.id, o.state, count(d.id) AS ready FROM "order" o LEFT JOIN "delivery" d ON d.order_id = o.id AND d.state = 'ready'
      WHERE o.state <> 'cancelled' GROUP BY o.id HAVING count(d.id) <> CASE WHEN o.state = 'delivered' THEN 1 ELSE 0 END`,
  },
  {
    sentence: 'an accepted order has exactly one accepted delivery, and only such an order has one',
    ja: '受領された案件には受領された納品物がちょうど1つあり、ほかの案件にはない',
    sql: `
      SELECT o.id, o.state, count(d.id) AS accepted FROM "order" o
      LEFT JOIN "delivery" d ON d.order_id = o.id AND d.state = 'accepted'
      GROUP BY o.id HAVING count(d.id) <> CASE WHEN o.state IN ('accepted', 'closed') THEN 1 ELSE 0 END`,
  },
  {
    sentence: 'an accepted delivery has its agreed price in the ledger as revenue, once',
    ja: '受領された納品の代金は、合意した金額で1回だけ売上として記されている',
    sql: `
      SELECT d.id, q.price_yen, sum(-p.amount_yen) AS revenue FROM "delivery" d
      JOIN "quote" q ON q.order_id = d.order_id AND q.state = 'agreed'
      LEFT JOIN "ledger_posting" p ON p.order_id = d.order_id AND p.account = 'revenue'
      WHERE d.state = 'accepted' GROUP BY d.id, q.price_yen HAVING coalesce(sum(-p.amount_yen), 0) <> q.price_yen`,
  },
]
