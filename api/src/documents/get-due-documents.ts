import type { Rows } from '../db/database.ts'

/** Kinds that are kept by the background job: what they show never changes once it is there. */
export type LaterKind = 'quote' | 'delivery_note' | 'terms_notice' | 'statement'

/** Something that was exchanged and is not kept as a document yet. */
export interface DueDocument {
  kind: LaterKind
  subjectId: string
}

/** Agreed quotes, accepted deliveries, terms notices and statements without a document, the oldest first. */
export function getDueDocuments(rows: Rows, limit: number): Promise<DueDocument[]> {
  return rows.$queryRaw<DueDocument[]>`
    SELECT due.kind, due.id AS "subjectId" FROM (
      SELECT 'quote'::document_kind AS kind, id FROM quote WHERE state = 'agreed'
      UNION ALL SELECT 'delivery_note', id FROM delivery WHERE state = 'accepted'
      UNION ALL SELECT 'terms_notice', id FROM terms_notice
      UNION ALL SELECT 'statement', id FROM statement
    ) due
    WHERE NOT EXISTS (SELECT FROM document d WHERE d.kind = due.kind AND d.subject_id = due.id)
    ORDER BY due.id LIMIT ${limit}`
}
