import type { Action } from '@tsumugi/kit/contract/actions.ts'
import type { Tx } from '../db/database.ts'
import type { Statement } from '../db/generated/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Actor, may } from '../permissions/may.ts'
import { lockStatement } from './statement-store.ts'

/** Locks a statement this person may do `action` with; 404 otherwise. */
export async function lockSeenStatement(tx: Tx, actor: Actor, action: Action, id: string): Promise<Statement> {
  const statement = await lockStatement(tx, id)
  if (!may(actor, action, { personId: statement.personId })) throw new Refusal('thing.not_found')
  return statement
}
