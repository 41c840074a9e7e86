/** What must hold of deposits; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'every confirmed deposit is in the bank account of the ledger, once and to the yen',
    ja: '確定した入金は、1回ずつ1円まで正しく帳簿の預金に記されている',
    sql: `SELECT d.id FROM deposit d JOIN deposit_import i ON i.id = d.import_id AND i.confirmed_at IS NOT NULL
          WHERE d.amount_yen <> (SELECT coalesce(sum(p.amount_yen), 0) FROM ledger_entry e
            JOIN ledger_posting p ON p.entry_id = e.id AND p.account = 'bank'
            WHERE e.cause = 'deposit_confirmed' AND e.cause_id = d.id)`,
  },
  {
    sentence: 'what clients paid in advance by the ledger is what their deposits leave',
    ja: '帳簿の前受金は、入金の残りと一致している',
    sql: `SELECT o.id FROM organisation o
          WHERE (SELECT coalesce(-sum(p.amount_yen), 0) FROM ledger_posting p WHERE p.account = 'advance' AND p.client_id = o.id)
             <> (SELECT coalesce(sum(d.amount_yen + m.fee_yen), 0) FROM deposit d JOIN deposit_match m ON m.deposit_id = d.id
                 WHERE m.client_id = o.id)
              - (SELECT coalesce(sum(a.amount_yen), 0) FROM allocation a JOIN deposit_match m ON m.deposit_id = a.deposit_id
                 WHERE m.client_id = o.id)`,
  },
  {
    sentence: 'what is on suspense is what nobody was found for',
    ja: '帳簿の仮受金は、相手の分からない入金と一致している',
    sql: `SELECT 1 WHERE
          (SELECT coalesce(-sum(amount_yen), 0) FROM ledger_posting WHERE account = 'suspense')
          <> (SELECT coalesce(sum(d.amount_yen), 0) FROM deposit d JOIN deposit_import i ON i.id = d.import_id
              WHERE i.confirmed_at IS NOT NULL AND NOT EXISTS (SELECT FROM deposit_match m WHERE m.deposit_id = d.id))`,
  },
]
