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
    sentence: 'a task pays what the agreed quote says for the units it holds',
    ja: 'タスクの報酬は、合意した見積の単価と数量どおり',
    sql: `
      SELECT t.id, t.fee_yen, q.unit_pay_yen FROM "task" t JOIN "quote" q ON q.order_id = t.order_id AND q.state = 'agreed'
      WHERE t.fee_yen <> q.unit_pay_yen * (t.items_to - t.items_from)`,
  },
  {
    sentence: 'an order has tasks in hand only from a finished split',
    ja: '引き受けられたタスクがあるのは、分割が終わった案件だけ',
    sql: `
      SELECT DISTINCT a.order_id FROM "assignment" a JOIN "task" t ON t.id = a.task_id JOIN "split" s ON s.id = t.split_id
      WHERE a.state NOT IN ('held', 'cancelled') AND s.state <> 'done'`,
  },
]
