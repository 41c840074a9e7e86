/** What must hold of withheld tax; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'what was paid to the tax office for a month is what its statements withheld, and is posted once',
    ja: '税務署に納めた額は、その月の支払明細の源泉徴収額と一致し、1回だけ記されている',
    sql: `SELECT w.id FROM withholding_payment w
          LEFT JOIN ledger_entry e ON e.cause = 'withholding_paid' AND e.cause_id = w.id
          LEFT JOIN ledger_posting p ON p.entry_id = e.id AND p.account = 'withheld'
          WHERE p.amount_yen IS DISTINCT FROM w.amount_yen
            OR w.amount_yen <> (SELECT sum(s.withheld_yen) FROM statement s WHERE s.month = w.month)`,
  },
]
