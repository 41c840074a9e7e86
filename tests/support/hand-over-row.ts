import { newId } from '../../api/src/kernel/ids.ts'
import type { House } from './house.ts'

/** A yen of an assignment for somebody who handed it over, as a row; answers its id. */
export async function makeHandOver(house: House, assignmentId: string, personId: string): Promise<string> {
  const id = newId()
  const part = { units: 1, shareYen: 1, activeSeconds: 60, handedOverAt: house.clock.now() }
  await house.world.db.rows.handOver.create({ data: { id, assignmentId, personId, ...part } })
  return id
}
