/** What must hold of tasks and assignments; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'every assignment in somebody’s hands points to terms that person confirmed for that order',
    ja: '引き受けられた作業には、本人がその案件で確認した取引条件がある',
    sql: `SELECT a.id FROM assignment a LEFT JOIN terms_receipt r ON r.notice_id = a.terms_notice_id
          WHERE a.person_id IS NOT NULL
            AND (r.person_id, r.order_id) IS DISTINCT FROM (a.person_id, a.order_id)`,
  },
  {
    sentence: 'every claimed assignment has a lease, and nothing else has one',
    ja: '作業の期限は、作業中のものにだけ、必ずある',
    sql: "SELECT id FROM assignment WHERE (state = 'claimed') <> (lease_until IS NOT NULL)",
  },
  {
    sentence:
      'every assignment names its task’s order and number, and pays its task’s fee, or the one before a raise that came after its pay',
    ja: '作業の案件・番号・報酬は、そのタスクと一致している（支払い済みのものは引き上げ前の報酬でもよい）',
    sql: `SELECT a.id FROM assignment a JOIN task t ON t.id = a.task_id
          WHERE (a.order_id, a.number) IS DISTINCT FROM (t.order_id, t.number) OR a.fee_yen > t.fee_yen
            OR (a.fee_yen < t.fee_yen AND a.state NOT IN ('accepted', 'cancelled')
                AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id)
                AND NOT EXISTS (SELECT FROM fee_cut c WHERE c.assignment_id = a.id AND c.person_id = a.person_id AND c.state = 'agreed'))`,
  },
  {
    sentence: 'every accepted assignment was accepted or fixed in a review',
    ja: '合格した作業は、検収で合格または修正のうえ合格とされたもの',
    sql: `SELECT a.id FROM assignment a WHERE a.state = 'accepted' AND NOT EXISTS (
            SELECT FROM review r WHERE r.assignment_id = a.id AND r.decision IN ('accepted', 'fixed'))`,
  },
  {
    sentence: 'returned work was returned in its newest review',
    ja: '差し戻し中の作業は、いちばん新しい検収で差し戻されたもの',
    sql: `SELECT a.id FROM assignment a WHERE a.state = 'returned' AND 'returned' IS DISTINCT FROM (
            SELECT r.decision::text FROM submission s LEFT JOIN review r ON r.submission_id = s.id
            WHERE s.assignment_id = a.id ORDER BY s.revision DESC LIMIT 1)`,
  },
  {
    sentence: 'open and claimed work lies with a team the order was allotted to',
    ja: '募集中と作業中のタスクは、その案件を割り当てられたチームにある',
    sql: `SELECT a.id FROM assignment a LEFT JOIN allotment l ON l.order_id = a.order_id AND l.team_id = a.team_id
          WHERE a.state IN ('open', 'claimed') AND l.order_id IS NULL`,
  },
  {
    // Ids begin with their millisecond; two events of one millisecond have no order.
    sentence: 'the last event of taking or leaving an assignment says the same as its row',
    ja: '引き受け・返却の最後の記録は、いまの状態と一致している',
    sql: `WITH told AS (
            SELECT e.assignment_id, e.action, e.person_id, left(e.id::text, 13) AS at,
              max(left(e.id::text, 13)) OVER (PARTITION BY e.assignment_id) AS last
            FROM event e WHERE e.action IN (
              'task.claimed', 'task.resumed', 'task.released', 'task.reopened', 'task.expired', 'task.submitted'))
          SELECT a.id FROM assignment a WHERE EXISTS (SELECT FROM told t WHERE t.assignment_id = a.id)
            AND a.state IN ('open', 'claimed', 'submitted', 'accepted')
            AND NOT EXISTS (SELECT FROM told t WHERE t.assignment_id = a.id AND t.at = t.last AND CASE a.state
              WHEN 'claimed' THEN t.action IN ('task.claimed', 'task.resumed') AND t.person_id = a.person_id
              WHEN 'open' THEN t.action IN ('task.released', 'task.reopened', 'task.expired')
              ELSE t.action = 'task.submitted' AND t.person_id = a.person_id END)`,
  },
  {
    sentence: 'the tasks of an order cover its items without gap or overlap',
    ja: '案件のタスクは、画像を抜けも重なりもなく受け持っている',
    sql: `SELECT t.id FROM (
            SELECT id, items_from, lag(items_to, 1, 0) OVER (PARTITION BY order_id ORDER BY number) AS before FROM task) t
          WHERE t.items_from <> t.before`,
  },
  {
    sentence: 'work paid by the hour that was handed in has its author’s own minutes in yen, and no other work has',
    ja: '時間で払う仕事は、提出されたときに本人の時間の分の額が決まっている（ほかの仕事にはない）',
    sql: `SELECT a.id, a.own_yen FROM assignment a JOIN quote q ON q.order_id = a.order_id AND q.state = 'agreed'
          WHERE (q.pay_kind <> 'per_hour' AND a.own_yen IS NOT NULL)
            OR (q.pay_kind = 'per_hour' AND a.state IN ('submitted', 'accepted') AND a.own_yen IS NULL)`,
  },
]
