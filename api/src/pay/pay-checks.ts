/** What must hold of months of pay and statements; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'every statement is the sum of its lines',
    ja: '支払明細の金額は、その行の合計と一致している',
    sql: `SELECT s.id FROM statement s
          LEFT JOIN statement_line l ON l.statement_id = s.id LEFT JOIN ledger_posting p ON p.id = l.posting_id
          GROUP BY s.id HAVING count(l.posting_id) <> s.line_count OR coalesce(-sum(p.amount_yen), 0) <> s.fee_yen`,
  },
  {
    sentence: 'all pay received in a closed month stands on a statement of that month',
    ja: '締めた月に受け取った作業の報酬は、すべてその月の支払明細にある',
    sql: `SELECT p.id FROM ledger_posting p JOIN pay_month m ON m.month = to_char(p.received_on, 'YYYY-MM') AND m.state = 'closed'
          LEFT JOIN statement_line l ON l.posting_id = p.id LEFT JOIN statement s ON s.id = l.statement_id
          WHERE s.month IS DISTINCT FROM m.month`,
  },
  {
    sentence: 'every statement is settled in the ledger, once and to the yen',
    ja: '支払明細は、1回ずつ1円まで正しく帳簿に記されている',
    sql: `SELECT s.id FROM statement s
          LEFT JOIN ledger_entry e ON e.cause = 'statement_made' AND e.cause_id = s.id
          LEFT JOIN ledger_posting p ON p.entry_id = e.id
          GROUP BY s.id HAVING coalesce(sum(p.amount_yen) FILTER (WHERE p.account = 'payable'), 0) <> s.fee_yen
            OR coalesce(-sum(p.amount_yen) FILTER (WHERE p.account = 'transfer_due'), 0) <> s.transfer_yen`,
  },
  {
    sentence: 'no work that was handed in waits unpaid longer than the close of its month',
    ja: '提出された作業で、その月の締めを過ぎて未払いのものはない',
    sql: `SELECT a.id FROM assignment a
          WHERE a.state = 'submitted' AND a.fee_yen > 0
            AND EXISTS (SELECT FROM pay_month m WHERE m.state = 'closed'
                        AND m.closed_at > a.submitted_at + interval '1 minute'
                        AND m.month >= to_char(a.submitted_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM'))
            AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id AND p.person_id = a.person_id)`,
  },
  {
    sentence: 'every closed month was proposed by one person and approved by another, by their own deeds',
    ja: '締めた月は、提案した人と別の人が、それぞれ自分の操作で承認している',
    sql: `SELECT m.month FROM pay_month m WHERE m.state = 'closed' AND NOT EXISTS (
            SELECT FROM event e WHERE e.action = 'pay_month.approved' AND e.actor_id = m.approved_by_id
              AND e.facts ->> 'month' = m.month)`,
  },
]
