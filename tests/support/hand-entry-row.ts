import { newId } from '../../api/src/kernel/ids.ts'
import type { House } from './house.ts'

/** A ledger entry of a yen proposed by hand, written by its row; answers its id. */
export async function makeHandEntry(house: House, proposedById = newId()): Promise<string> {
  const id = newId()
  const lines = [
    { account: 'bank_fee', amountYen: 1, orderId: null },
    { account: 'bank', amountYen: -1, orderId: null },
  ]
  const what = { bookedOn: new Date('2026-11-19'), reason: 'x', lines, proposedById, proposedAt: house.clock.now() }
  await house.world.db.rows.handEntry.create({ data: { id, ...what } })
  return id
}
