import type { acceptInvitation as endpoint } from '@tsumugi/kit/contract/people.ts'
import { appendEvent } from '../events/append-event.ts'
import type { OpenCommand } from '../http/implement.ts'
import { networkOf } from '../http/pace.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { useInvitation } from './invitation-store.ts'
import { rememberAccount } from './known-device.ts'
import { hashPassword } from './passwords.ts'
import { registerPerson } from './person-store.ts'
import { startSession } from './session-store.ts'

/** Makes the account the invitation offers and signs in; a link works once. */
export const acceptInvitation: OpenCommand<typeof endpoint> = async ({ world, params, body, caller }) => {
  const network = networkOf(caller.address)
  await world.pace.spend('invitation from network', network)
  const now = world.clock.now()
  const id = newId()
  // Before the transaction: no connection waits for 30 ms of hashing.
  const passwordHash = await hashPassword(body.password)
  const admission = await world.db.transact(async (tx) => {
    const offered = await useInvitation(tx, params.token, id, now)
    if (!offered) throw new Refusal('invitation.not_usable')
    const { email, language, memberships } = offered
    await registerPerson(tx, { id, email, displayName: body.displayName, language, passwordHash, memberships, at: now })
    await appendEvent(tx, { action: 'invitation.accepted', at: now, actorId: id, personId: id })
    const deviceToken = rememberAccount(world, caller.deviceToken, email)
    return { ...(await startSession(world, tx, id, caller.device)), deviceToken }
  })
  await world.pace.giveBack('invitation from network', network)
  return admission
}
