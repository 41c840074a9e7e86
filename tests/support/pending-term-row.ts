import { newId } from '../../api/src/kernel/ids.ts'
import { dateOfDay } from '../../api/src/kernel/japan-day.ts'
import type { House } from './house.ts'

/** The inspection day of an order's terms left open, written by its row. */
export async function leaveInspectionOpen(house: House, orderId: string): Promise<void> {
  const marked = { decideBy: dateOfDay('2999-01-01'), markedById: newId(), markedAt: house.clock.now() }
  await house.world.db.rows.termsPending.create({
    data: { id: newId(), orderId, item: 'inspection_day', reason: 'x', ...marked },
  })
}
