/** What must hold of tax profiles; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'a statement names the registration number its last registered work was received under',
    ja: '支払明細の登録番号は、登録のあるうちに最後に受け取った仕事の番号と一致する',
    sql: `SELECT s.id FROM statement s WHERE s.registration_number IS DISTINCT FROM (
            SELECT l.registration_number FROM statement_line l JOIN ledger_posting p ON p.id = l.posting_id
            WHERE l.statement_id = s.id AND l.registration_number IS NOT NULL
            ORDER BY p.received_on DESC, p.id DESC LIMIT 1)`,
  },
  {
    sentence: 'a person’s entries about their registration are numbered 1, 2, 3 … as they were made',
    ja: '登録番号の届け出の番号は、届け出た順に1、2、3…と続く',
    sql: `SELECT t.id FROM (
            SELECT id, number, entered_at, row_number() OVER w AS place, lag(entered_at) OVER w AS before FROM tax_profile
            WINDOW w AS (PARTITION BY person_id ORDER BY number)) t
          WHERE t.number <> t.place OR t.before > t.entered_at`,
  },
]
