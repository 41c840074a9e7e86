import type { downloadDocument as endpoint } from '@tsumugi/kit/contract/documents.ts'
import type { Call, Download } from '../http/command.ts'
import { Refusal } from '../kernel/refusal.ts'
import { may } from '../permissions/may.ts'
import { documentDownload, seeCounterparty } from './see-document.ts'

/** A kept document, for those who run the office and for the client it is for. */
export async function downloadDocument({ world, actor, params }: Call<typeof endpoint>): Promise<Download> {
  const clientId = await seeCounterparty(world.db.rows, params.documentId)
  if (!may(actor, 'document.read', { clientId })) throw new Refusal('thing.not_found')
  return documentDownload(world, { id: params.documentId })
}
