/** What must hold of open terms; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'an order that is no draft has the due day of its last change',
    ja: '案件の納期は、最後に変えた日と一致する',
    sql: `SELECT o.id FROM "order" o JOIN LATERAL (SELECT value FROM terms_change c WHERE c.order_id = o.id AND c.item = 'due_day'
            ORDER BY c.changed_at DESC, c.id DESC LIMIT 1) last ON true
          WHERE last.value <> o.due_on::text`,
  },
]
