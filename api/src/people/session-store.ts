import type { Tx } from '../db/database.ts'
import { accessToken } from '../http/authenticate.ts'
import { later } from '../kernel/clock.ts'
import { newId, newToken } from '../kernel/ids.ts'
import type { World } from '../world.ts'
import { tokenHash } from './token-hash.ts'

/** What somebody who has just signed in, or renewed, is handed. */
export interface Admission {
  answer: { accessToken: string; expiresAt: string }
  refreshToken: { value: string; expiresAt: Date }
}

export type SessionEnd =
  | 'signed_out'
  | 'signed_out_everywhere'
  | 'token_shown_twice'
  | 'password_changed'
  | 'second_factor_reset'

/** Begins a session with its first refresh token. */
export async function startSession(world: World, tx: Tx, personId: string, device: string): Promise<Admission> {
  const now = world.clock.now()
  const id = newId()
  // NIST SP 800-63B 4.1.3: sign in again at least every 30 days; renewing does not lengthen it.
  const expiresAt = later(now, world.settings.sessionSeconds)
  await tx.rows.session.create({ data: { id, personId, device, createdAt: now, lastUsedAt: now, expiresAt } })
  const value = await issueToken(tx, id, now)
  return { answer: accessToken(world, personId, id), refreshToken: { value, expiresAt } }
}

/** What became of a refresh token that was shown. */
export type Renewal =
  | { kind: 'renewed'; admission: Admission }
  /** It had been used before: it was copied by somebody. `personId` is null when the session was over already. */
  | { kind: 'shown_twice'; personId: string | null; sessionId: string }
  | { kind: 'unknown' }

/** How long after its use a link may be shown again by a page that was reloaded before the answer came. */
const lostAnswerSeconds = 10

/**
 * Exchanges a refresh token for the next one. Of all that were ever handed out exactly one can be used, also when many ask
 * at once. A used one shown again ends the session, unless its answer got lost: it was used a moment ago and what it was
 * exchanged for has never been shown. Then that is made worthless, and whoever shows it later ends the session.
 */
export async function renewSession(world: World, tx: Tx, shownToken: string): Promise<Renewal> {
  const now = world.clock.now()
  const sessionId = await sessionOfToken(tx, shownToken)
  if (sessionId === null) return { kind: 'unknown' }
  await tx.rows.$queryRaw`SELECT id FROM session WHERE id = ${sessionId}::uuid FOR UPDATE`
  const shown = await tx.rows.refreshToken.findUniqueOrThrow({
    where: { tokenHash: tokenHash(shownToken) },
    include: { session: { select: { personId: true, expiresAt: true } } },
  })
  const { session } = shown
  const live = await tx.rows.session.updateMany({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: now }, person: { state: 'active' } },
    data: { lastUsedAt: now },
  })
  const isCopied = shown.supersededAt !== null || (shown.usedAt !== null && !(await replaceLost(tx, shown, now)))
  if (isCopied) {
    const ended = await endSession(tx, sessionId, now, 'token_shown_twice')
    return { kind: 'shown_twice', personId: ended, sessionId }
  }
  if (live.count === 0) return { kind: 'unknown' }
  if (shown.usedAt === null) await tx.rows.refreshToken.update({ where: { id: shown.id }, data: { usedAt: now } })
  const value = await issueToken(tx, sessionId, now)
  const answer = accessToken(world, session.personId, sessionId)
  return { kind: 'renewed', admission: { answer, refreshToken: { value, expiresAt: session.expiresAt } } }
}

/** Ends one session; answers whose it was, or null when it had ended already. */
export async function endSession(tx: Tx, id: string, now: Date, reason: SessionEnd): Promise<string | null> {
  const [ended] = await tx.rows.session.updateManyAndReturn({
    where: { id, revokedAt: null },
    data: { revokedAt: now, revokedReason: reason },
    select: { personId: true },
  })
  return ended?.personId ?? null
}

/** Ends every session of a person, or every other one; answers how many there were. */
export async function endSessionsOf(
  tx: Tx,
  personId: string,
  now: Date,
  { reason, exceptSessionId }: { reason: SessionEnd; exceptSessionId?: string | undefined },
): Promise<number> {
  const ended = await tx.rows.session.updateMany({
    where: { personId, revokedAt: null, ...(exceptSessionId !== undefined && { id: { not: exceptSessionId } }) },
    data: { revokedAt: now, revokedReason: reason },
  })
  return ended.count
}

/** The session a refresh token belongs to, used or not; null for one that is not ours. */
export async function sessionOfToken(tx: Tx, token: string): Promise<string | null> {
  const row = await tx.rows.refreshToken.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: { sessionId: true },
  })
  return row?.sessionId ?? null
}

/** Makes what a used link was exchanged for worthless, if its answer can have got lost; answers whether it can. */
async function replaceLost(tx: Tx, shown: { id: string; sessionId: string; usedAt: Date | null }, now: Date) {
  if (shown.usedAt === null || later(shown.usedAt, lostAnswerSeconds) < now) return false
  const after = { sessionId: shown.sessionId, id: { gt: shown.id } }
  if ((await tx.rows.refreshToken.count({ where: { ...after, usedAt: { not: null } } })) > 0) return false
  await tx.rows.refreshToken.updateMany({ where: { ...after, supersededAt: null }, data: { supersededAt: now } })
  return true
}

async function issueToken(tx: Tx, sessionId: string, issuedAt: Date): Promise<string> {
  const value = newToken()
  await tx.rows.refreshToken.create({ data: { id: newId(), sessionId, tokenHash: tokenHash(value), issuedAt } })
  return value
}

/** Removes sessions that ended before a moment, with all their links. */
export async function forgetEnded(tx: Tx, before: Date): Promise<void> {
  const ended = { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] }
  await tx.rows.refreshToken.deleteMany({ where: { session: ended } })
  await tx.rows.session.deleteMany({ where: ended })
}

/** Whether a session is this person's, ended or not. */
export async function isSessionOf(tx: Tx, id: string, personId: string): Promise<boolean> {
  return (await tx.rows.session.count({ where: { id, personId } })) === 1
}
