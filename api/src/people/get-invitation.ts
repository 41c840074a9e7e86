import type { getInvitation as endpoint } from '@tsumugi/kit/contract/people.ts'
import type { OpenCommand } from '../http/implement.ts'
import { networkOf } from '../http/pace.ts'
import { Refusal } from '../kernel/refusal.ts'
import { tokenHash } from './token-hash.ts'

/** What an invitation link offers, as long as it can be used. */
export const getInvitation: OpenCommand<typeof endpoint> = async ({ world, params, caller }) => {
  const network = networkOf(caller.address)
  await world.pace.spend('invitation from network', network)
  const invitation = await world.db.rows.invitation.findFirst({
    where: { tokenHash: tokenHash(params.token), acceptedAt: null, expiresAt: { gt: world.clock.now() } },
    select: { email: true, displayName: true, language: true, expiresAt: true },
  })
  if (!invitation) throw new Refusal('invitation.not_usable')
  await world.pace.giveBack('invitation from network', network)
  const { email, displayName, language, expiresAt } = invitation
  return {
    answer: {
      email,
      displayName,
      language: language === 'en' ? 'en' : 'ja',
      expiresAt: expiresAt.toISOString(),
    },
  }
}
