import type { Tx } from '../db/database.ts'
import type { DocumentKind } from '../db/generated/enums.ts'
import { newId } from '../kernel/ids.ts'
import { dateOfDay } from '../kernel/japan-day.ts'

/** Writes a document's row; it names the version before it, which stays. */
export async function addDocument(
  tx: Tx,
  document: {
    kind: DocumentKind
    subjectId: string
    supersedesSubjectId: string | null
    version: number
    language: string
    number: string
    transactedOn: string
    amountYen: number | null
    counterparty: { id: string; name: string }
    registrationNumber: string | null
    fileId: string
    storedAt: Date
  },
): Promise<void> {
  const { counterparty, transactedOn, supersedesSubjectId, ...row } = document
  const before =
    supersedesSubjectId &&
    (await tx.rows.document.findFirst({
      where: { kind: row.kind, subjectId: supersedesSubjectId },
      select: { id: true },
    }))
  await tx.rows.document.create({
    data: {
      id: newId(),
      ...row,
      transactedOn: dateOfDay(transactedOn),
      counterpartyId: counterparty.id,
      counterpartyName: counterparty.name,
      supersedesId: before ? before.id : null,
    },
  })
}

/** Waits for whoever keeps documents now; whether this one is still to be kept. */
export async function lockDocuments(tx: Tx, kind: DocumentKind, subjectId: string): Promise<boolean> {
  await tx.rows.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('documents', 0))`
  return (await tx.rows.document.count({ where: { kind, subjectId } })) === 0
}

/** The file and the number a document was kept under; it must have been. */
export function keptFileOf(
  tx: Tx,
  subject: { kind: DocumentKind; subjectId: string },
): Promise<{ fileId: string; number: string }> {
  return tx.rows.document.findFirstOrThrow({ where: subject, select: { fileId: true, number: true } })
}
