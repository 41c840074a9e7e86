import type { Action } from '@tsumugi/kit/contract/actions.ts'
import type { Rows } from '../db/database.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { type Actor, may } from '../permissions/may.ts'

/** Whose invoice it is, when this person may do `action` to it; otherwise 404. */
export async function seeInvoice(
  rows: Rows,
  actor: Actor,
  action: Action,
  invoiceId: string,
): Promise<{ clientId: string }> {
  const invoice = found(await rows.invoice.findUnique({ where: { id: invoiceId }, select: { clientId: true } }))
  if (!may(actor, action, invoice)) throw new Refusal('thing.not_found')
  return invoice
}
