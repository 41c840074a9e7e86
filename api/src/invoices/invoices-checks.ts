/** What must hold of invoices; each query answers the rows that break its sentence. */
export const checks = [
  {
    sentence: 'invoices are numbered from 1 without gaps, and every one is kept as a document',
    ja: '請求書の番号は1から抜けなく続き、すべて書類として残っている',
    sql: `SELECT i.id FROM invoice i
          WHERE i.number > (SELECT count(DISTINCT number) FROM invoice)
             OR NOT EXISTS (SELECT FROM document d WHERE d.kind = 'invoice' AND d.subject_id = i.id
                            AND d.amount_yen = i.total_yen AND d.version = i.version)`,
  },
  {
    sentence: 'what a client owes by the ledger for invoiced orders is what the newest version of the invoice says',
    ja: '請求した案件の帳簿の売掛金は、最新の請求書の金額と一致している',
    sql: `SELECT i.id FROM invoice i
          WHERE NOT EXISTS (SELECT FROM invoice later WHERE later.corrects_id = i.id) AND i.total_yen <> (
            SELECT coalesce(sum(p.amount_yen), 0) FROM ledger_entry e
            JOIN ledger_posting p ON p.entry_id = e.id AND p.account = 'receivable' AND p.client_id = i.client_id
            WHERE (e.cause IN ('delivery_accepted', 'order_cancelled') AND e.order_id IN (
                     SELECT l.order_id FROM invoice_line l WHERE l.invoice_id = i.id AND l.kind = 'order'))
               OR (e.cause IN ('invoice_issued', 'invoice_corrected') AND e.cause_id IN (
                     SELECT v.id FROM invoice v WHERE v.number = i.number)))`,
  },
]
