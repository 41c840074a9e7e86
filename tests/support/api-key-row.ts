import { newId } from '../../api/src/kernel/ids.ts'
import type { House } from './house.ts'

/** Writes a key that nobody knows, usable for a day; answers its id. */
export async function makeApiKeyRow(house: House, personId: string): Promise<string> {
  const id = newId()
  const createdAt = house.clock.now()
  const expiresAt = new Date(createdAt.getTime() + 86_400_000)
  const key = { id, personId, name: 'x', tokenHash: id, start: 'tsu_xxxx', scopes: ['orders.read'] }
  await house.world.db.rows.apiKey.create({ data: { ...key, createdAt, expiresAt } })
  return id
}
