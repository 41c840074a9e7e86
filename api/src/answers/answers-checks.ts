/** What must hold of drafts and submissions; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'revisions of an assignment are 1, 2, 3 … without gaps',
    ja: '提出の版番号は、1、2、3…と抜けなく続いている',
    sql: `SELECT s.id FROM (
            SELECT id, revision, row_number() OVER (PARTITION BY assignment_id ORDER BY revision) AS place FROM submission) s
          WHERE s.revision <> s.place`,
  },
  {
    sentence: 'work that waits for review or is accepted was handed in, at the time its row says',
    ja: '検収を待つ作業と合格した作業には、記録どおりの時刻の提出がある',
    sql: `SELECT a.id FROM assignment a WHERE a.state IN ('submitted', 'accepted') AND a.submitted_at IS DISTINCT FROM (
            SELECT s.submitted_at FROM submission s WHERE s.assignment_id = a.id ORDER BY s.revision DESC LIMIT 1)`,
  },
  {
    sentence: 'the newest submission of work that waits or is accepted is by whoever it belongs to',
    ja: '検収を待つ作業と合格した作業の最新の提出は、その作業を受け持つ本人のもの',
    sql: `SELECT a.id FROM assignment a WHERE a.state IN ('submitted', 'accepted') AND a.person_id IS DISTINCT FROM (
            SELECT s.author_id FROM submission s WHERE s.assignment_id = a.id ORDER BY s.revision DESC LIMIT 1)`,
  },
  {
    sentence: 'every submission left exactly one event',
    ja: '提出1回につき、記録がちょうど1つある',
    sql: `SELECT s.id FROM submission s WHERE (
            SELECT count(*) FROM event e WHERE e.assignment_id = s.assignment_id AND e.action = 'task.submitted'
              AND e.subject_id = s.id) <> 1`,
  },
  {
    sentence: 'a submission names only items of its task',
    ja: '提出に含まれる画像は、そのタスクのものだけ',
    sql: `SELECT s.id FROM submission s JOIN assignment a ON a.id = s.assignment_id JOIN task t ON t.id = a.task_id
          CROSS JOIN LATERAL jsonb_object_keys(s.answer -> 'images') AS named (item)
          LEFT JOIN order_item i ON i.id::text = named.item AND i.order_id = t.order_id
            AND i.position >= t.items_from AND i.position < t.items_to
          WHERE i.id IS NULL`,
  },
]
