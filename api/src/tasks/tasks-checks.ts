/** What must hold of tasks and assignments; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'every assignment in somebody’s hands points to terms that person confirmed for that order',
    sql: `SELECT a.id FROM assignment a LEFT JOIN terms_receipt r ON r.notice_id = a.terms_notice_id
          WHERE a.person_id IS NOT NULL
            AND (r.person_id, r.order_id) IS DISTINCT FROM (a.person_id, a.order_id)`,
  },
  {
    sentence: 'every claimed assignment has a lease, and nothing else has one',
    sql: "SELECT id FROM assignment WHERE (state = 'claimed') <> (lease_until IS NOT NULL)",
  },
  {
    sentence:
      'every assignment names its task’s order and number, and pays its task’s fee, or the one before a raise that came after its pay',
    sql: `SELECT a.id FROM assignment a JOIN task t ON t.id = a.task_id
          WHERE (a.order_id, a.number) IS DISTINCT FROM (t.order_id, t.number) OR a.fee_yen > t.fee_yen
            OR (a.fee_yen < t.fee_yen AND a.state NOT IN ('accepted', 'cancelled')
                AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id))`,
  },
  {
    sentence: 'every accepted assignment was accepted or fixed in a review',
    sql: `SELECT a.id FROM assignment a WHERE a.state = 'accepted' AND NOT EXISTS (
            SELECT FROM review r WHERE r.assignment_id = a.id AND r.decision IN ('accepted', 'fixed'))`,
  },
  {
    sentence: 'returned work was returned in its newest review',
    sql: `SELECT a.id FROM assignment a WHERE a.state = 'returned' AND 'returned' IS DISTINCT FROM (
            SELECT r.decision::text FROM submission s LEFT JOIN review r ON r.submission_id = s.id
            WHERE s.assignment_id = a.id ORDER BY s.revision DESC LIMIT 1)`,
  },
  {
    sentence: 'open and claimed work lies with a team the order was allotted to',
    sql: `SELECT a.id FROM assignment a LEFT JOIN allotment l ON l.order_id = a.order_id AND l.team_id = a.team_id
          WHERE a.state IN ('open', 'claimed') AND l.order_id IS NULL`,
  },
  {
    // Ids begin with their millisecond; two events of one millisecond have no order.
    sentence: 'the last event of taking or leaving an assignment says the same as its row',
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
    sql: `SELECT t.id FROM (
            SELECT id, items_from, lag(items_to, 1, 0) OVER (PARTITION BY order_id ORDER BY number) AS before FROM task) t
          WHERE t.items_from <> t.before`,
  },
]
