/** What must hold for uploads; each query gives the rows that break it. */
export const checks: { sentence: string; sql: string }[] = [
  {
    sentence: 'every upload that came into its order left its pictures there or they were taken out again',
    sql: `SELECT u.id, u.items_added FROM upload u WHERE u.state = 'taken' AND u.items_added < 1`,
  },
  {
    sentence: 'no upload is looked through for more than a day',
    sql: `SELECT id, moved_at FROM upload WHERE state = 'checking' AND moved_at < now() - interval '1 day'`,
  },
]
