import { newId } from '../../api/src/kernel/ids.ts'
import type { House } from './house.ts'

/** Minutes somebody asks for, waiting for an answer. */
export async function makeMoreTime(house: House, assignmentId: string, personId: string): Promise<string> {
  const id = newId()
  const ask = { minutes: 10, reason: 'x', askedAt: house.clock.now() }
  await house.world.db.rows.moreTime.create({ data: { id, assignmentId, personId, ...ask } })
  return id
}
