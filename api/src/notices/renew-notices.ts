import { japanDay } from '../kernel/japan-day.ts'
import type { World } from '../world.ts'
import { nextNotice } from './next-notice.ts'
import { getOutdatedNotices, lockPerson, orderOf } from './notice-store.ts'

/** A few minutes' work; the next minute goes on. */
const atOnce = 200

/**
 * Whoever confirmed terms is told when they change while the order runs: a newer manual, more pay. The next version is made, and mailed like any other; the next claim waits for their yes.
 */
export async function renewNotices(world: World): Promise<void> {
  for (const { personId, orderId } of await getOutdatedNotices(world.db.rows, atOnce)) {
    await world.db.transact(async (tx) => {
      await lockPerson(tx, personId)
      const order = await orderOf(tx, orderId)
      if (order.state !== 'running') return
      const dueOn = order.dueOn && japanDay(order.dueOn)
      await nextNotice(world, tx, { personId, order: { ...order, dueOn }, actorId: null })
    })
  }
}
