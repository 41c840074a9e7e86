/** What must hold of the ledger; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'the whole ledger sums to zero',
    ja: '帳簿全体の貸借が一致している',
    sql: 'SELECT sum(amount_yen) AS total FROM ledger_posting HAVING sum(amount_yen) <> 0',
  },
  {
    sentence: 'every ledger entry sums to zero over at least two postings',
    ja: '帳簿の記入は、どれも2行以上で貸借が一致している',
    sql: `SELECT e.id FROM ledger_entry e LEFT JOIN ledger_posting p ON p.entry_id = e.id
          GROUP BY e.id HAVING count(p.id) < 2 OR sum(p.amount_yen) <> 0`,
  },
  {
    sentence: 'every ledger entry has exactly the postings it was made with',
    ja: '帳簿の記入は、どれもつくられたときの行のまま',
    sql: `SELECT e.id FROM ledger_entry e LEFT JOIN ledger_posting p ON p.entry_id = e.id
          GROUP BY e.id HAVING count(p.id) <> e.posting_count`,
  },
  {
    sentence: 'every ledger entry is booked on one day, and a statement on the last of its month',
    ja: '帳簿の記入は、どれもひとつの日に計上され、支払明細はその月の末日に計上されている',
    sql: `SELECT p.entry_id AS id FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id
          LEFT JOIN statement s ON e.cause = 'statement_made' AND s.id = e.cause_id
          GROUP BY p.entry_id, s.month HAVING count(DISTINCT p.booked_on) > 1
            OR max(p.booked_on) <> ((s.month || '-01')::date + interval '1 month - 1 day')::date`,
  },
  {
    sentence:
      'every accepted assignment pays its author once: its fee, less the parts of those who handed it over; by the hour no more than their minutes',
    ja: '合格した作業の報酬は、引き継ぎの分を除いた額（時間払いは本人の時間の分まで）で、仕上げた本人に1回だけ記されている',
    sql: `SELECT a.id FROM assignment a
          CROSS JOIN LATERAL (SELECT least(a.fee_yen - coalesce(sum(h.share_yen), 0), a.own_yen) AS yen FROM hand_over h
            WHERE h.assignment_id = a.id AND h.person_id <> a.person_id) rest
          WHERE a.state = 'accepted' AND rest.yen > 0 AND (
            SELECT count(*) FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id AND p.account = 'payable'
            WHERE e.cause IN ('assignment_accepted', 'assignment_received') AND p.assignment_id = a.id
              AND p.person_id = a.person_id AND p.amount_yen = -rest.yen) <> 1`,
  },
  {
    sentence: 'whoever handed accepted work over has their part of its price, once, and only they',
    ja: '合格した作業を引き継いだ人には、その分が1回だけ記されている',
    sql: `SELECT coalesce(h.assignment_id, p.assignment_id) AS id FROM (
            SELECT o.assignment_id, o.person_id, sum(o.share_yen) AS yen FROM hand_over o
            JOIN assignment a ON a.id = o.assignment_id AND a.state = 'accepted' AND a.person_id <> o.person_id
            GROUP BY 1, 2 HAVING sum(o.share_yen) > 0) h
          FULL JOIN (SELECT p.* FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id AND e.cause = 'hand_over_shared'
            JOIN assignment a ON a.id = p.assignment_id AND a.state = 'accepted' WHERE p.account = 'payable') p
            ON p.assignment_id = h.assignment_id AND p.person_id = h.person_id
          WHERE p.amount_yen IS DISTINCT FROM -h.yen AND NOT EXISTS (SELECT FROM ledger_posting x JOIN ledger_entry y ON y.id = x.entry_id
            WHERE y.cause = 'assignment_received' AND x.assignment_id = h.assignment_id AND x.person_id = h.person_id)`,
  },
  {
    sentence: 'a task pays one price, whoever shares it, unless a close had paid somebody before it was reviewed',
    ja: 'ひとつの作業に払う額の合計は、決まった報酬を超えない（検品前に締めで払った分を除く）',
    sql: `SELECT a.id FROM assignment a JOIN ledger_posting p ON p.assignment_id = a.id
          WHERE NOT EXISTS (SELECT FROM ledger_posting x JOIN ledger_entry y ON y.id = x.entry_id
            WHERE y.cause = 'assignment_received' AND x.assignment_id = a.id AND x.person_id IS DISTINCT FROM a.person_id)
          GROUP BY a.id HAVING -sum(p.amount_yen) > a.fee_yen`,
  },
  {
    sentence: 'every pay entry belongs to an accepted assignment',
    ja: '報酬の記入は、すべて合格した作業のもの',
    sql: `SELECT e.id FROM ledger_entry e LEFT JOIN assignment a ON a.id = e.cause_id
          WHERE e.cause = 'assignment_accepted' AND a.state IS DISTINCT FROM 'accepted'`,
  },
  {
    sentence: 'pay for work that was received without a review went to who handed it in',
    ja: '検収をせずに受け取った作業の報酬は、提出した本人のもの',
    sql: `SELECT e.id FROM ledger_entry e
          JOIN ledger_posting p ON p.entry_id = e.id AND p.account = 'payable'
          LEFT JOIN submission s ON s.id = e.cause_id
          WHERE e.cause = 'assignment_received'
            AND (s.id IS NULL OR p.person_id <> s.author_id OR p.assignment_id <> s.assignment_id)`,
  },
  {
    sentence: 'every review pay entry belongs to an accepting review, and goes to its reviewer',
    ja: '検収の報酬は、すべて合格とした検収のもので、検収した本人に記されている',
    sql: `SELECT e.id FROM ledger_entry e
          JOIN ledger_posting p ON p.entry_id = e.id AND p.account = 'payable'
          LEFT JOIN review r ON r.id = e.cause_id
          WHERE e.cause = 'review_done'
            AND (r.decision IS NULL OR r.decision NOT IN ('accepted', 'fixed') OR p.person_id <> r.reviewer_id)`,
  },
  {
    sentence: 'every order accepted by its client has its agreed price as revenue, once',
    ja: '発注者が受領した案件の代金は、合意した金額で1回だけ売上になっている',
    sql: `SELECT o.id FROM "order" o JOIN quote q ON q.order_id = o.id AND q.state = 'agreed'
          WHERE o.state IN ('accepted', 'closed') AND q.price_yen > 0 AND (
            SELECT coalesce(-sum(p.amount_yen), 0) FROM ledger_posting p
            WHERE p.order_id = o.id AND p.account = 'revenue') <> q.price_yen`,
  },
]
