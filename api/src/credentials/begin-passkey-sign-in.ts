import { generateAuthenticationOptions } from '@simplewebauthn/server'
import type { beginPasskeySignIn as endpoint } from '@tsumugi/kit/contract/credentials.ts'
import type { OpenCommand } from '../http/implement.ts'
import { networkOf } from '../http/pace.ts'
import { later } from '../kernel/clock.ts'
import { challengeSeconds } from './begin-passkey.ts'
import { addChallenge } from './passkey-store.ts'
import { relyingParty } from './relying-party.ts'

/** What a device needs to sign in. It names nobody: the device knows whose passkeys it holds. */
export const beginPasskeySignIn: OpenCommand<typeof endpoint> = async ({ world, caller }) => {
  await world.pace.spend('passkey from network', networkOf(caller.address))
  const { rpID } = relyingParty(world.settings)
  const timeout = challengeSeconds * 1000
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'required', timeout })
  const now = world.clock.now()
  const { challenge } = options
  const expiresAt = later(now, challengeSeconds)
  await world.db.transact((tx) => addChallenge(tx, { challenge, personId: null, expiresAt }, now))
  return { answer: { options: { ...options } } }
}
