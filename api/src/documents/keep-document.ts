import { Readable } from 'node:stream'
import type { Tx } from '../db/database.ts'
import type { DocumentKind } from '../db/generated/enums.ts'
import { recordStoredFile } from '../files/public.ts'
import { makePdf } from '../pdf/make-pdf.ts'
import type { Paper } from '../pdf/paper.ts'
import type { World } from '../world.ts'
import { addDocument } from './document-store.ts'

/** A document that was sent to somebody, with what it is found by (電子帳簿保存法施行規則 4条). */
export interface NewDocument {
  kind: DocumentKind
  /** The row it shows. */
  subjectId: string
  /** The row the version before showed; that document stays. */
  supersedesSubjectId: string | null
  version: number
  number: string
  /** The day of the transaction, in Japan. */
  transactedOn: string
  /** With tax; null where there is no amount. */
  amountYen: number | null
  counterparty: { id: string; name: string }
  registrationNumber: string | null
  paper: Paper
}

/** More than any document of ours. */
const bytesMax = 50_000_000

/**
 * Draws a document and keeps it for good, in the transaction that makes what it shows; once per subject and version.
 * @returns it as a mail takes it along
 */
export async function keepDocument(
  world: World,
  tx: Tx,
  document: NewDocument,
): Promise<{ fileId: string; fileName: string }> {
  const { paper, ...index } = document
  const bytes = await makePdf(paper)
  // Kept before the row that speaks of it: bytes of a transaction that fails are forgotten like any other.
  const kept = await world.files.keep(Readable.from([bytes]), bytesMax)
  const at = world.clock.now()
  const fileId = await recordStoredFile(tx, { ...kept, contentType: 'application/pdf' }, at)
  await addDocument(tx, { ...index, language: paper.language, fileId, storedAt: at })
  return { fileId, fileName: `${document.number}.pdf` }
}
