/** What must hold of terms notices; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'versions of a person’s terms for an order are 1, 2, 3 … and each supersedes the one before',
    ja: '取引条件の版番号は1、2、3…と続き、新しい版が前の版に代わっている',
    sql: `SELECT n.id FROM (
            SELECT id, version, supersedes_id, lag(id) OVER w AS before, row_number() OVER w AS place FROM terms_notice
            WINDOW w AS (PARTITION BY order_id, person_id ORDER BY version)) n
          WHERE n.version <> n.place OR n.supersedes_id IS DISTINCT FROM n.before`,
  },
  {
    sentence: 'terms were confirmed before the work that points to them was claimed',
    ja: '取引条件は、作業を引き受ける前に確認されている',
    sql: `SELECT a.id FROM assignment a JOIN terms_receipt r ON r.notice_id = a.terms_notice_id
          WHERE a.claimed_at < r.confirmed_at`,
  },
  {
    sentence: 'every notice names a concrete day for delivery, inspection and payment, or says that inspection is open',
    ja: '取引条件には、納期・検査・支払いの具体的な日が書かれているか、検査の日が未定だと書かれている',
    sql: `SELECT id FROM terms_notice
          WHERE coalesce(body #>> '{delivery,due}', '') !~ '^\\d{4}-\\d{2}-\\d{2}$'
            OR (coalesce(body #>> '{inspection,due}', '') !~ '^\\d{4}-\\d{2}-\\d{2}$'
              AND body -> 'pending' @> '[{"item": "inspection_day"}]' IS NOT TRUE)
            OR coalesce(body ->> 'paymentDue', '') !~ '^\\d{4}-\\d{2}-\\d{2}$'`,
  },
  {
    sentence: 'inspection ends on or after the day delivery is due',
    ja: '検査の完了日は、納期の日か、そのあと',
    sql: "SELECT id FROM terms_notice WHERE body #>> '{inspection,due}' < body #>> '{delivery,due}'",
  },
  {
    sentence: 'pay falls on or before the 60th day from the first day it can be for (Act 25 of 2023, Art. 4)',
    ja: '報酬の支払期日は、受け取りの日から60日以内（フリーランス法第4条）',
    sql: `SELECT id FROM terms_notice
          WHERE (body ->> 'paymentDue')::date > (body ->> 'entrustedOn')::date + 59`,
  },
]
