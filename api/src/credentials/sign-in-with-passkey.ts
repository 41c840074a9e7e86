import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { signInWithPasskey as endpoint } from '@tsumugi/kit/contract/credentials.ts'
import type { Tx } from '../db/database.ts'
import type { Passkey } from '../db/generated/client.ts'
import { appendEvent } from '../events/append-event.ts'
import type { OpenCommand } from '../http/implement.ts'
import { networkOf } from '../http/pace.ts'
import { Refusal } from '../kernel/refusal.ts'
import { rememberAccount, startSession } from '../people/public.ts'
import type { World } from '../world.ts'
import { noteUse, passkeyByCredential, takeChallenge } from './passkey-store.ts'
import { ownOrigin, relyingParty } from './relying-party.ts'

/** Starts a session with a passkey. No second step follows: the device has asked who is there, and only it can sign. */
export const signInWithPasskey: OpenCommand<typeof endpoint> = async ({ world, body, caller }) => {
  const network = networkOf(caller.address)
  await world.pace.spend('passkey from network', network)
  const admission = await world.db.transact(async (tx) => {
    const passkey = await passkeyByCredential(tx.rows, body.response.id)
    if (!passkey) throw new Refusal('passkey.unknown')
    const counter = await verified(world, tx, passkey, body.response)
    const at = world.clock.now()
    if (!(await noteUse(tx, passkey, counter, at))) throw new Refusal('passkey.not_verified')
    const { personId, person } = passkey
    await appendEvent(tx, { action: 'session.started', at, actorId: personId, personId })
    const deviceToken = rememberAccount(world, caller.deviceToken, person.email)
    return { ...(await startSession(world, tx, personId, caller.device)), deviceToken }
  })
  await world.pace.giveBack('passkey from network', network)
  return admission
}

async function verified(world: World, tx: Tx, passkey: Passkey, response: AuthenticationResponseJSON): Promise<bigint> {
  const expectedOrigin = ownOrigin(world.settings, response.response.clientDataJSON)
  const { credentialId: id, publicKey, counter } = passkey
  const { verified: isRight, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(tx, challenge, null, world.clock.now()),
    expectedOrigin,
    expectedRPID: relyingParty(world.settings).rpID,
    credential: { id, publicKey: Uint8Array.from(publicKey), counter: Number(counter) },
    requireUserVerification: true,
  }).catch(() => {
    throw new Refusal('passkey.not_verified')
  })
  if (!isRight) throw new Refusal('passkey.not_verified')
  return BigInt(authenticationInfo.newCounter)
}
