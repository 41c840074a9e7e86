import type { Rows, Tx } from '../db/database.ts'
import { newToken } from '../kernel/ids.ts'
import { found } from '../kernel/refusal.ts'
import { tokenHash } from '../people/public.ts'
import { noticeById, type StoredNotice } from './notice-store.ts'

/** Makes a link to a notice; the token is answered once and kept nowhere. */
export async function addTermsLink(tx: Tx, noticeId: string, madeAt: Date): Promise<string> {
  const token = newToken()
  await tx.rows.termsLink.create({ data: { tokenHash: tokenHash(token), noticeId, madeAt } })
  return token
}

/** The notice a link shows, whoever follows it; 404 for any other token. */
export async function noticeOfLink(rows: Rows, token: string): Promise<StoredNotice> {
  const { noticeId } = found(await rows.termsLink.findUnique({ where: { tokenHash: tokenHash(token) } }))
  return found(await noticeById(rows, noticeId))
}
