import { type MembershipInput, membership } from '@tsumugi/kit/contract/people.ts'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { newId, newToken } from '../kernel/ids.ts'
import { tokenHash } from './token-hash.ts'

/** What an invitation offers. */
export interface Offered {
  email: string
  displayName: string
  language: 'ja' | 'en'
  memberships: MembershipInput[]
}

/** Writes an invitation; the token is answered once and kept nowhere. Older open ones to the same address end. */
export async function addInvitation(
  tx: Tx,
  offered: Offered & { invitedById: string; now: Date; expiresAt: Date },
): Promise<{ id: string; token: string }> {
  const { now, ...values } = offered
  await tx.rows.invitation.updateMany({
    where: { email: offered.email, acceptedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
  const id = newId()
  const token = newToken()
  await tx.rows.invitation.create({ data: { id, tokenHash: tokenHash(token), createdAt: now, ...values } })
  return { id, token }
}

/** Ends what somebody invited to and nobody has accepted yet. */
export async function endInvitationsOf(tx: Tx, invitedById: string, now: Date): Promise<void> {
  await tx.rows.invitation.updateMany({
    where: { invitedById, acceptedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
}

/** Uses an invitation for a person; null when it is unknown, expired or used: one caller gets it, also when two come at once. */
export async function useInvitation(tx: Tx, token: string, personId: string, now: Date): Promise<Offered | null> {
  const [used] = await tx.rows.invitation.updateManyAndReturn({
    where: { tokenHash: tokenHash(token), acceptedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now, personId },
    select: { email: true, displayName: true, language: true, memberships: true },
  })
  if (!used) return null
  return {
    ...used,
    language: used.language === 'en' ? 'en' : 'ja',
    memberships: z.array(membership).parse(used.memberships),
  }
}

/** Removes invitations whose time was over before a moment, accepted or not. */
export async function forgetInvitations(tx: Tx, before: Date): Promise<void> {
  await tx.rows.invitation.deleteMany({ where: { expiresAt: { lt: before } } })
}
