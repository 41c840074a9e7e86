/** What must hold of splits; each statement answers the rows that break it. */
export const checks: { sentence: string; ja: string; sql: string }[] = [
  {
    sentence: 'every item of a split order lies in exactly one task',
    ja: '分割した案件の画像は、どれもちょうど1つのタスクに入っている',
    // Tasks laid end to end: each begins where the one before ended, the first at 0, the last ends at the last item.
    sql: `
      WITH laid AS (
        SELECT t.order_id, t.number, t.items_from, t.items_to,
          lag(t.items_to, 1, 0) OVER (PARTITION BY t.order_id ORDER BY t.number) AS before
        FROM "task" t JOIN "split" s ON s.id = t.split_id AND s.state = 'done'
      ), items AS (
        SELECT i.order_id, count(*) AS count, max(i.position) AS last
        FROM "order_item" i JOIN "split" s ON s.order_id = i.order_id AND s.state = 'done' GROUP BY 1
      )
      SELECT order_id, number, items_from AS place FROM laid WHERE items_from <> before
      UNION ALL
      SELECT i.order_id, NULL, i.count FROM items i
        LEFT JOIN (SELECT order_id, max(items_to) AS reached FROM laid GROUP BY 1) l USING (order_id)
      WHERE i.last <> i.count - 1 OR l.reached IS DISTINCT FROM i.count`,
  },
  {
    sentence: 'a finished split made as many tasks as it announced, each with a slot for every person it asks for',
    ja: '終わった分割は、予定どおりの数のタスクと、必要な人数分の枠をつくっている',
    sql: `
      SELECT s.id, s.tasks_total, s.tasks_made, made.tasks, made.slots FROM "split" s
      CROSS JOIN LATERAL (
        SELECT count(DISTINCT t.id) AS tasks, count(a.id) AS slots
        FROM "task" t LEFT JOIN "assignment" a ON a.task_id = t.id AND a.slot BETWEEN 1 AND s.overlap
        WHERE t.split_id = s.id
      ) made
      WHERE s.state = 'done'
        AND (s.tasks_made <> s.tasks_total OR made.tasks <> s.tasks_total OR made.slots <> s.tasks_total * s.overlap)`,
  },
  {
    sentence:
      'a task pays what the agreed quote, or the last raise, says for it; by the hour also for the minutes granted beyond',
    ja: 'タスクの報酬は、合意した見積（か、その後の引き上げ）の支払いどおり（時間払いは、増やした時間の分も含む）',
    sql: `
      WITH price AS (
        SELECT q.order_id, q.pay_kind, q.units, q.agreed_minutes, coalesce(r.unit_pay_yen, q.unit_pay_yen) AS yen
        FROM "quote" q LEFT JOIN LATERAL (SELECT unit_pay_yen FROM pay_raise WHERE order_id = q.order_id
          ORDER BY raised_at DESC, id DESC LIMIT 1) r ON true
        WHERE q.state = 'agreed'
      )
      SELECT t.id, t.fee_yen, p.yen FROM "task" t JOIN price p USING (order_id)
      WHERE CASE p.pay_kind
        WHEN 'per_unit' THEN t.fee_yen <> p.yen * (t.items_to - t.items_from)
        WHEN 'per_task' THEN t.fee_yen <> p.yen
        WHEN 'per_hour' THEN t.fee_yen <> ceil(p.yen::numeric * (p.agreed_minutes + coalesce((SELECT sum(m.minutes)
          FROM more_time m JOIN assignment a ON a.id = m.assignment_id WHERE a.task_id = t.id AND m.state = 'granted'), 0)) / 60)
        WHEN 'fixed' THEN abs(t.fee_yen - p.yen::numeric * (t.items_to - t.items_from) / p.units) >= 1 END`,
  },
  {
    sentence:
      'the shares of one sum for the whole work are that sum; raises, which lower no share, may leave a yen more',
    ja: '一式の金額を割り振った額の合計は、その金額と一致する（引き上げのあとは、下げないための端数だけ多いことがある）',
    sql: `
      SELECT q.order_id, sum(t.fee_yen) AS shares, q.unit_pay_yen AS yen, max(r.unit_pay_yen) AS raised
      FROM "quote" q JOIN "task" t USING (order_id) JOIN "split" s ON s.id = t.split_id AND s.state = 'done'
      LEFT JOIN LATERAL (SELECT max(unit_pay_yen) AS unit_pay_yen FROM pay_raise WHERE order_id = q.order_id) r ON true
      WHERE q.state = 'agreed' AND q.pay_kind = 'fixed'
      GROUP BY 1, 3 HAVING CASE WHEN max(r.unit_pay_yen) IS NULL THEN sum(t.fee_yen) <> q.unit_pay_yen
        ELSE sum(t.fee_yen) < max(r.unit_pay_yen) END`,
  },
  {
    sentence: 'an order has tasks in hand only from a finished split',
    ja: '引き受けられたタスクがあるのは、分割が終わった案件だけ',
    sql: `
      SELECT DISTINCT a.order_id FROM "assignment" a JOIN "task" t ON t.id = a.task_id JOIN "split" s ON s.id = t.split_id
      WHERE a.state NOT IN ('held', 'cancelled') AND s.state <> 'done'`,
  },
]
