/** What must hold of bank accounts; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'what staff entered for somebody and holds was agreed to by another, by their own deed',
    ja: '職員が代わりに入力して有効になった口座は、別の人が自分の操作で確認している',
    sql: `SELECT b.id FROM bank_account b WHERE b.made_by_id <> b.person_id AND b.state IN ('current', 'replaced')
          AND NOT EXISTS (SELECT FROM event e WHERE e.action = 'bank_account.agreed' AND e.subject_id = b.id
                          AND e.actor_id = b.decided_by_id AND e.actor_id <> b.made_by_id)`,
  },
]
