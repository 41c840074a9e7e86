import { japanDay } from '../kernel/japan-day.ts'
import type { World } from '../world.ts'
import { nextNotice } from './next-notice.ts'
import { getOutdatedNotices, holdTerms, lockPerson, orderOf } from './notice-store.ts'

/** A few minutes' work; the next minute goes on. */
const atOnce = 200

/**
 * Whoever confirmed terms is told when they change while the order runs: a newer manual, more pay, another due day; and whoever
 * holds a notice that left something open, when it is decided, be the work done or not. The next version is made, and mailed like any other; the next claim waits for their yes.
 */
export async function renewNotices(world: World): Promise<void> {
  for (const { personId, orderId } of await getOutdatedNotices(world.db.rows, atOnce)) {
    await world.db.transact(async (tx) => {
      await lockPerson(tx, personId)
      await holdTerms(tx, orderId)
      const order = await orderOf(tx, orderId)
      const dueOn = order.dueOn && japanDay(order.dueOn)
      await nextNotice(world, tx, { personId, order: { ...order, dueOn }, actorId: null })
    })
  }
}
