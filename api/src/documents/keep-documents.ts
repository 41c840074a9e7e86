import type { Rows, Tx } from '../db/database.ts'
import type { World } from '../world.ts'
import { keptFileOf, lockDocuments } from './document-store.ts'
import { type DueDocument, getDueDocuments, type LaterKind } from './get-due-documents.ts'
import { getDeliveryDocument, getQuoteDocument } from './get-order-document.ts'
import { getStatementDocument, getTermsDocument } from './get-person-document.ts'
import { keepDocument, type NewDocument } from './keep-document.ts'

const documentOf: Record<LaterKind, (rows: Rows, subjectId: string) => Promise<NewDocument>> = {
  quote: getQuoteDocument,
  delivery_note: getDeliveryDocument,
  terms_notice: getTermsDocument,
  statement: getStatementDocument,
}
/** A few minutes' work; the next minute goes on. */
const atOnce = 200

/**
 * Every minute: keeps what was agreed, delivered, told and stated since. What it shows never changes, so that the document
 * is the same whenever it is drawn; killed anywhere, the next run goes on.
 */
export async function keepDocuments(world: World): Promise<void> {
  for (const due of await getDueDocuments(world.db.rows, atOnce)) await keepOne(world, due)
}

/** Keeps a terms notice now, where it is not kept yet, for it to be sent; only once even when asked twice at once. */
export async function keepTermsNotice(
  world: World,
  tx: Tx,
  noticeId: string,
): Promise<{ fileId: string; fileName: string }> {
  const subject = { kind: 'terms_notice', subjectId: noticeId } as const
  const document = (await lockDocuments(tx, subject.kind, noticeId)) ? await getTermsDocument(tx.rows, noticeId) : null
  if (document) await keepDocument(world, tx, document)
  const kept = await keptFileOf(tx, subject)
  return { fileId: kept.fileId, fileName: `${kept.number}.pdf` }
}

async function keepOne(world: World, { kind, subjectId }: DueDocument): Promise<void> {
  await world.db.transact(async (tx) => {
    // Two runs at once: the second finds it kept.
    if (await lockDocuments(tx, kind, subjectId))
      await keepDocument(world, tx, await documentOf[kind](tx.rows, subjectId))
  })
}
