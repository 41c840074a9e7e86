import type { Action } from '@tsumugi/kit/contract/actions.ts'
import type { Rows } from '../db/database.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { type Actor, may } from '../permissions/may.ts'
import { noticeById, type StoredNotice } from './notice-store.ts'

/** A notice, when this person may do `action` to it; otherwise 404. */
export async function seeNotice(rows: Rows, actor: Actor, action: Action, id: string): Promise<StoredNotice> {
  const notice = found(await noticeById(rows, id))
  if (!may(actor, action, { personId: notice.personId })) throw new Refusal('thing.not_found')
  return notice
}
