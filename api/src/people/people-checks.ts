/** What must hold in this slice's rows; `sql` gives the rows that break it. */
export const checks: { sentence: string; ja: string; sql: string }[] = [
  {
    sentence: 'somebody active holds the role office',
    ja: '事務局の役割をもつ利用中の人がいる',
    sql: `SELECT 'nobody' AS who WHERE EXISTS (SELECT FROM membership) AND NOT EXISTS (
            SELECT FROM membership m JOIN person p ON p.id = m.person_id WHERE m.role = 'office' AND p.state = 'active')`,
  },
  {
    sentence: 'people who belong to an organisation hold the role of its kind',
    ja: '団体に属する人は、その団体の種類に合った役割をもっている',
    sql: `SELECT m.id FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE o.kind::text <> m.role::text`,
  },
  {
    sentence: 'a session that goes on has exactly one refresh token that was not used',
    ja: '続いているサインインには、次に使える鍵がちょうど1つある',
    sql: `SELECT s.id FROM session s JOIN refresh_token t ON t.session_id = s.id WHERE s.revoked_at IS NULL
           GROUP BY s.id HAVING count(*) FILTER (WHERE t.used_at IS NULL) <> 1`,
  },
  {
    sentence: 'an accepted invitation names the person it became',
    ja: '受け入れられた招待には、登録した人が記されている',
    sql: `SELECT i.id FROM invitation i LEFT JOIN person p ON p.id = i.person_id
           WHERE (i.accepted_at IS NULL) <> (p.id IS NULL)`,
  },
]
