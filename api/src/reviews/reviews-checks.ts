/** What must hold of reviews and pins; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'nobody reviews their own work',
    ja: '自分の作業を自分で検収した人はいない',
    sql: 'SELECT id FROM review WHERE author_id = reviewer_id',
  },
  {
    sentence: 'every review names the author of its submission',
    ja: '検収の記録には、提出した本人が正しく記されている',
    sql: `SELECT r.id FROM review r JOIN submission s ON s.id = r.submission_id
          WHERE (r.author_id, r.assignment_id) <> (s.author_id, s.assignment_id)`,
  },
  {
    sentence: 'every accepted assignment has exactly one accepting review, of its newest submission',
    ja: '合格した作業には、最新の提出を合格とした検収がちょうど1つある',
    sql: `SELECT a.id FROM assignment a
          WHERE a.state = 'accepted' AND (
            SELECT count(*) FROM review r JOIN submission s ON s.id = r.submission_id
            WHERE r.assignment_id = a.id AND r.decision IN ('accepted', 'fixed')
              AND s.revision = (SELECT max(revision) FROM submission WHERE assignment_id = a.id)) <> 1`,
  },
  {
    sentence: 'only accepted assignments have an accepting review',
    ja: '合格とした検収は、合格した作業だけにある',
    sql: `SELECT r.id FROM review r JOIN assignment a ON a.id = r.assignment_id
          WHERE r.decision IN ('accepted', 'fixed') AND a.state <> 'accepted'`,
  },
  {
    sentence: 'every submission but the newest of its assignment was returned',
    ja: '最新でない提出は、すべて差し戻されたもの',
    sql: `SELECT s.id FROM submission s LEFT JOIN review r ON r.submission_id = s.id
          WHERE s.revision < (SELECT max(revision) FROM submission WHERE assignment_id = s.assignment_id)
            AND r.decision IS DISTINCT FROM 'returned'`,
  },
  {
    sentence: 'work that waits for review has a submission without a decision',
    ja: '検収を待つ作業には、まだ結果の出ていない提出がある',
    sql: `SELECT a.id FROM assignment a WHERE a.state = 'submitted' AND NOT EXISTS (
            SELECT FROM submission s LEFT JOIN review r ON r.submission_id = s.id
            WHERE s.assignment_id = a.id AND r.id IS NULL)`,
  },
  {
    sentence: 'every return has a pin, and every pin of a return cites a clause of its order’s manual',
    ja: '差し戻しには必ず指摘があり、指摘はその案件のマニュアルの条項を示している',
    sql: `SELECT r.id FROM review r JOIN assignment a ON a.id = r.assignment_id
          WHERE r.decision = 'returned' AND (
            NOT EXISTS (SELECT FROM pin p WHERE p.submission_id = r.submission_id)
            OR EXISTS (
              SELECT FROM pin p LEFT JOIN clause c ON c.id = p.clause_id LEFT JOIN manual m ON m.id = c.manual_id
              WHERE p.submission_id = r.submission_id AND m.order_id IS DISTINCT FROM a.order_id))`,
  },
  {
    sentence: 'every pin of accepted work is resolved, and only of accepted work',
    ja: '解決済みの指摘は合格した作業のもので、合格した作業の指摘はすべて解決済み',
    sql: `SELECT p.id FROM pin p JOIN assignment a ON a.id = p.assignment_id
          WHERE (p.state = 'resolved') <> (a.state = 'accepted')`,
  },
  {
    sentence: 'every pin begins with a message',
    ja: '指摘には、必ず最初のひと言がある',
    sql: 'SELECT p.id FROM pin p WHERE NOT EXISTS (SELECT FROM pin_message m WHERE m.pin_id = p.id)',
  },
  {
    sentence: 'no decided submission is still held by a reviewer',
    ja: '結果の出た提出を、検収中のままにしている人はいない',
    sql: 'SELECT l.submission_id FROM review_lease l JOIN review r ON r.submission_id = l.submission_id',
  },
]
