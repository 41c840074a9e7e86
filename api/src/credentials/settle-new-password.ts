import type { Tx } from '../db/database.ts'
import { appendEvent } from '../events/append-event.ts'
import { found } from '../kernel/refusal.ts'
import { makeMail } from '../mails/public.ts'
import { endSessionsOf, lockPerson, setPasswordHash } from '../people/public.ts'
import type { World } from '../world.ts'
import { loadAccount } from './load-account.ts'
import { endResetsOf } from './password-reset-store.ts'

/**
 * Whoever knew the old password has nothing left: sessions end (all but the one the change was asked for in), open links become
 * worthless, and the person is told by mail. Answers their address.
 */
export async function settleNewPassword(
  world: World,
  tx: Tx,
  {
    personId,
    passwordHash,
    exceptSessionId,
  }: { personId: string; passwordHash: string; exceptSessionId?: string | undefined },
): Promise<{ email: string }> {
  const at = world.clock.now()
  await lockPerson(tx, personId)
  const { email: toAddress, displayName: name, language } = found(await loadAccount(tx.rows, { id: personId }))
  await setPasswordHash(tx, personId, passwordHash)
  await endResetsOf(tx, personId, at)
  const sessions = await endSessionsOf(tx, personId, at, { reason: 'password_changed', exceptSessionId })
  await makeMail(world, tx, { kind: 'password_changed', toAddress, language, facts: { name, at } })
  await appendEvent(tx, { action: 'password.changed', at, actorId: personId, personId })
  if (sessions > 0) {
    await appendEvent(tx, { action: 'session.ended', at, actorId: personId, personId, facts: { sessions } })
  }
  return { email: toAddress }
}
