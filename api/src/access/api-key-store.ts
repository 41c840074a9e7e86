import type { ApiScope } from '@tsumugi/kit/contract/access.ts'
import type { Rows, Tx } from '../db/database.ts'
import { newId } from '../kernel/ids.ts'

/** A key about to be written; the key itself is not. */
export interface NewApiKey {
  personId: string
  name: string
  tokenHash: string
  start: string
  scopes: readonly ApiScope[]
  createdAt: Date
  expiresAt: Date
}

/** Writes a new key; answers its id. */
export async function addApiKey(tx: Tx, key: NewApiKey): Promise<string> {
  const id = newId()
  await tx.rows.apiKey.create({ data: { id, ...key, scopes: [...key.scopes] } })
  return id
}

/** How many keys of a person still open something. */
export function countUsableKeys(tx: Tx, personId: string, now: Date): Promise<number> {
  return tx.rows.apiKey.count({ where: { personId, revokedAt: null, expiresAt: { gt: now } } })
}

/** Holds a key until the transaction ends; null when there is none. */
export async function lockApiKey(tx: Tx, id: string) {
  await tx.rows.$queryRaw`SELECT id FROM api_key WHERE id = ${id}::uuid FOR UPDATE`
  return tx.rows.apiKey.findUnique({ where: { id }, select: { personId: true, name: true, revokedAt: true } })
}

/** Makes a key worthless; answers whether it was not yet. */
export async function revokeKey(tx: Tx, id: string, by: { at: Date; personId: string }): Promise<boolean> {
  const { count } = await tx.rows.apiKey.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: by.at, revokedById: by.personId },
  })
  return count === 1
}

/** Notes that a key was used; once a minute is enough to know whether anybody still needs it. */
export async function noteUse(rows: Rows, id: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 60_000)
  await rows.apiKey.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: before } }] },
    data: { lastUsedAt: now },
  })
}
