/** What must hold of pay beside the tasks; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'exactly the approved additions are posted, each once and to the yen, with their withholding',
    ja: '承認された追加の支払いだけが、源泉徴収とともに、1回ずつ1円まで正しく帳簿に記されている',
    sql: `SELECT coalesce(a.id, e.cause_id) AS id FROM (SELECT * FROM pay_addition WHERE state = 'approved') a
          FULL JOIN (SELECT * FROM ledger_entry WHERE cause = 'pay_added') e ON e.cause_id = a.id
          LEFT JOIN ledger_posting p ON p.entry_id = e.id AND p.account = 'payable'
          WHERE p.id IS NULL OR a.id IS NULL OR p.amount_yen <> -a.amount_yen OR p.person_id <> a.person_id
            OR p.withholding <> a.withholding OR p.received_on <> a.done_on`,
  },
]
