import type { Tx } from '../db/database.ts'
import { appendEvent } from '../events/append-event.ts'
import { addStep, type StoredNotice } from './notice-store.ts'

/** Notes that a notice was opened; only the first time counts. `byId` is null for whoever came by its link. */
export async function openNotice(tx: Tx, notice: StoredNotice, byId: string | null, at: Date): Promise<void> {
  const { id: noticeId, orderId, personId, version } = notice
  if (!(await addStep(tx, { noticeId, step: 'opened', byId, at }))) return
  const about = { orderId, personId, subjectId: noticeId, facts: { version } }
  await appendEvent(tx, { action: 'terms_notice.opened', at, actorId: byId, ...about })
}
