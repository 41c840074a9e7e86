/** What must hold of entries by hand; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'exactly the approved hand entries are posted, each once, on its day and with its lines',
    ja: '承認された手入力の仕訳だけが、一度ずつ、その日に、その行のとおり記帳されている',
    sql: `SELECT coalesce(h.id, e.cause_id) AS id FROM (SELECT * FROM hand_entry WHERE state = 'approved') h
          FULL JOIN (SELECT * FROM ledger_entry WHERE cause = 'entered_by_hand') e ON e.cause_id = h.id
          WHERE h.id IS NULL OR e.id IS NULL OR (e.posted_at AT TIME ZONE 'Asia/Tokyo')::date <> h.booked_on
             OR (SELECT array_agg(p.account || ' ' || p.amount_yen ORDER BY p.account || ' ' || p.amount_yen)
                 FROM ledger_posting p WHERE p.entry_id = e.id)
                <> (SELECT array_agg(concat(l ->> 'account', ' ', l ->> 'amountYen') ORDER BY concat(l ->> 'account', ' ', l ->> 'amountYen'))
                    FROM jsonb_array_elements(h.lines) l)`,
  },
]
