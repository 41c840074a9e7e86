import { newId } from '../../api/src/kernel/ids.ts'
import { dateOfDay } from '../../api/src/kernel/japan-day.ts'
import type { House } from './house.ts'

/** A registration number of somebody's from 2999 on, which no statement meets; written by its row. */
export async function makeTaxProfile(house: House, personId: string): Promise<string> {
  const { rows } = house.world.db
  const id = newId()
  const number = (await rows.taxProfile.count({ where: { personId } })) + 1
  const said = { registrationNumber: 'T7123456789012', holder: 'person', validFrom: dateOfDay('2999-01-01') } as const
  await rows.taxProfile.create({
    data: { id, personId, number, ...said, enteredById: personId, enteredAt: house.clock.now() },
  })
  return id
}
