import { generateRegistrationOptions } from '@simplewebauthn/server'
import type { beginPasskey as endpoint } from '@tsumugi/kit/contract/credentials.ts'
import type { Command } from '../http/command.ts'
import { later } from '../kernel/clock.ts'
import { found } from '../kernel/refusal.ts'
import { loadAccount } from './load-account.ts'
import { addChallenge, passkeysOf } from './passkey-store.ts'
import { provePassword } from './prove-password.ts'
import { relyingParty } from './relying-party.ts'

export const challengeSeconds = 300

/** What a device needs to make a passkey: one that is found without a name, and asks who is there before it signs. */
export const beginPasskey: Command<typeof endpoint> = async ({ world, actor: { personId }, body }) => {
  await provePassword(world, personId, body.password)
  const now = world.clock.now()
  return world.db.transact(async (tx) => {
    const { email, displayName } = found(await loadAccount(tx.rows, { id: personId }))
    const known = await passkeysOf(tx.rows, personId)
    const options = await generateRegistrationOptions({
      ...relyingParty(world.settings),
      userName: email,
      userDisplayName: displayName,
      userID: Uint8Array.from(Buffer.from(personId.replaceAll('-', ''), 'hex')),
      timeout: challengeSeconds * 1000,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    const { challenge } = options
    await addChallenge(tx, { challenge, personId, expiresAt: later(now, challengeSeconds) }, now)
    return { options: { ...options } }
  })
}
