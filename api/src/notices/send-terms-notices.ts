import type { World } from '../world.ts'
import { mailNotice } from './mail-notice.ts'
import { getUnsentNotices, lockPerson, noticeById, wasMailed } from './notice-store.ts'
import { renewNotices } from './renew-notices.ts'

/** A few minutes' work; the next minute goes on. */
const atOnce = 200

/** Woken when a notice is made, and every minute: terms that changed get their next version, and every notice goes out by mail, once. Killed anywhere, the next run goes on. */
export async function sendTermsNotices(world: World): Promise<void> {
  await renewNotices(world)
  for (const { id, personId } of await getUnsentNotices(world.db.rows, atOnce)) {
    await world.db.transact(async (tx) => {
      // Two runs at once: the second finds it sent.
      await lockPerson(tx, personId)
      const notice = await noticeById(tx.rows, id)
      if (notice && !(await wasMailed(tx.rows, id))) await mailNotice(world, tx, notice, null)
    })
  }
}
