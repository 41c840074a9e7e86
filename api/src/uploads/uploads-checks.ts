/** What must hold for uploads; each query gives the rows that break it. */
export const checks: { sentence: string; ja: string; sql: string }[] = [
  {
    sentence: 'every upload that came into its order left its pictures there or they were taken out again',
    ja: '取り込んだ送信の画像は、案件にあるか、あとで取り除かれたもの',
    sql: `SELECT u.id, u.items_added FROM upload u WHERE u.state = 'taken' AND u.items_added < 1`,
  },
  {
    sentence: 'no upload is looked through for more than a day',
    ja: '1日より長く確認中のままの送信はない',
    sql: `SELECT id, moved_at FROM upload WHERE state = 'checking' AND moved_at < now() - interval '1 day'`,
  },
]
