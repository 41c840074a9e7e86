import type { Tx } from '../db/database.ts'
import { later } from '../kernel/clock.ts'
import { newId, newToken } from '../kernel/ids.ts'
import { tokenHash } from '../people/public.ts'

const keptSeconds = 30 * 86_400

/** Writes a link for a new password, and forgets old ones; the token is answered once and kept nowhere. */
export async function addReset(tx: Tx, reset: { personId: string; madeAt: Date; expiresAt: Date }): Promise<string> {
  const token = newToken()
  await tx.rows.passwordReset.deleteMany({ where: { expiresAt: { lt: later(reset.madeAt, -keptSeconds) } } })
  await tx.rows.passwordReset.create({ data: { id: newId(), tokenHash: tokenHash(token), ...reset } })
  return token
}

/** How many links somebody was made since then. */
export function resetsSince(tx: Tx, personId: string, since: Date): Promise<number> {
  return tx.rows.passwordReset.count({ where: { personId, madeAt: { gt: since } } })
}

/** Uses a link, and with it every other of that person; answers whose it was, or null: one caller gets it. */
export async function useReset(tx: Tx, token: string, now: Date): Promise<string | null> {
  const [used] = await tx.rows.passwordReset.updateManyAndReturn({
    where: { tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: now }, person: { state: 'active' } },
    data: { usedAt: now },
    select: { personId: true },
  })
  if (!used) return null
  await endResetsOf(tx, used.personId, now)
  return used.personId
}

/** Makes every open link of a person worthless. */
export async function endResetsOf(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.rows.passwordReset.updateMany({ where: { personId, usedAt: null }, data: { usedAt: now } })
}
