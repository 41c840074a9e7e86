import type { Rows } from '../db/database.ts'
import type { DocumentKind } from '../db/generated/enums.ts'
import type { Download } from '../http/command.ts'
import { found } from '../kernel/refusal.ts'
import type { World } from '../world.ts'

/** A kept document's bytes; the caller has seen to who may have it. 404 when there is none. */
export async function documentDownload(
  world: World,
  where: { id: string } | { kind: DocumentKind; subjectId: string },
): Promise<Download> {
  const { file, number } = found(
    await world.db.rows.document.findFirst({
      where,
      orderBy: { version: 'desc' },
      select: { number: true, file: { select: { sha256: true, bytes: true, contentType: true } } },
    }),
  )
  return {
    stream: (range) => world.files.open(file.sha256, range),
    bytes: Number(file.bytes),
    contentType: file.contentType,
    fileName: `${number}.pdf`,
    etag: file.sha256,
    // Whether this person may still have it is asked again each time.
    maxAgeSeconds: 0,
  }
}

/** Whom a document is for; 404 when there is none. */
export async function seeCounterparty(rows: Rows, documentId: string): Promise<string> {
  const document = await rows.document.findUnique({ where: { id: documentId }, select: { counterpartyId: true } })
  return found(document).counterpartyId
}

/** Whether something is kept as a document. */
export async function hasDocument(rows: Rows, subject: { kind: DocumentKind; subjectId: string }): Promise<boolean> {
  return (await rows.document.count({ where: subject })) > 0
}

/** Whom a statement pays; 404 when there is none. */
export async function seePayee(rows: Rows, statementId: string): Promise<string> {
  const statement = await rows.statement.findUnique({ where: { id: statementId }, select: { personId: true } })
  return found(statement).personId
}
