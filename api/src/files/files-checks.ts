/** What must hold for stored files; each query gives the rows that break it. */
export const checks: { sentence: string; ja: string; sql: string }[] = [
  {
    sentence: 'every stored file is named by the sha256 of its bytes and has bytes',
    ja: '保管されたファイルには、中身から決まる名前と中身がある',
    sql: `SELECT id, sha256, bytes FROM stored_file WHERE sha256 !~ '^[0-9a-f]{64}$' OR bytes <= 0`,
  },
  {
    sentence: 'every item is a picture of a kind browsers show',
    ja: '案件の画像は、すべて画面に表示できる形式',
    sql: `SELECT i.id, f.content_type FROM order_item i JOIN stored_file f ON f.id = i.file_id
          WHERE f.content_type NOT IN ('image/jpeg', 'image/png', 'image/webp')`,
  },
  {
    sentence: 'every derivative is a picture with bytes, made from a picture',
    ja: '縮小画像などは、すべて画像からつくられ、中身がある',
    sql: `SELECT d.file_id, d.kind FROM file_derivative d JOIN stored_file f ON f.id = d.file_id
          WHERE d.bytes <= 0 OR d.content_type NOT LIKE 'image/%' OR f.content_type NOT LIKE 'image/%'`,
  },
]
