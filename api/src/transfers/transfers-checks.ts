/** What must hold of transfers; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'every run is the sum of its transfers',
    ja: '振込データの合計は、1件ずつの振込の合計と一致している',
    sql: `SELECT r.id FROM transfer_run r LEFT JOIN transfer t ON t.run_id = r.id
          GROUP BY r.id HAVING count(t.id) <> r.transfer_count OR coalesce(sum(t.amount_yen), 0) <> r.total_yen`,
  },
  {
    sentence: 'exactly what was sent is posted, and what came back is posted back, to the yen',
    ja: '振り込んだ金額と戻ってきた金額は、1円まで正しく帳簿に記されている',
    sql: `SELECT t.id FROM transfer t
          LEFT JOIN ledger_entry s ON s.cause = 'transfer_sent' AND s.cause_id = t.id
          LEFT JOIN ledger_entry r ON r.cause = 'transfer_returned' AND r.cause_id = t.id
          LEFT JOIN ledger_posting p ON p.entry_id = s.id AND p.account = 'transfer_due'
          WHERE (t.state IN ('sent', 'returned')) <> (s.id IS NOT NULL) OR (t.state = 'returned') <> (r.id IS NOT NULL)
            OR (p.id IS NOT NULL AND (p.amount_yen <> t.amount_yen OR p.person_id <> t.person_id))`,
  },
  {
    sentence: 'every file was approved by somebody who did not prepare it, by their own deed',
    ja: '振込データは、つくった人と別の人が、自分の操作で承認している',
    sql: `SELECT r.id FROM transfer_run r WHERE r.state IN ('approved', 'executed') AND NOT EXISTS (
            SELECT FROM event e WHERE e.action = 'transfer.approved' AND e.subject_id = r.id
              AND e.actor_id = r.approved_by_id AND e.actor_id <> r.prepared_by_id)`,
  },
]
