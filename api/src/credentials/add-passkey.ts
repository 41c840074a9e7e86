import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { addPasskey as endpoint } from '@tsumugi/kit/contract/credentials.ts'
import type { Tx } from '../db/database.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { addPasskeyRow, takeChallenge } from './passkey-store.ts'
import { recoveryCodesLeft, renewRecoveryCodes } from './recovery-code-store.ts'
import { ownOrigin, relyingParty } from './relying-party.ts'

/** Registers a passkey. With it come recovery codes, if there are none: the device may be lost. */
export const addPasskey: Command<typeof endpoint> = ({ world, actor: { personId }, body: { name, response } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const made = await verified(world, tx, personId, response)
    const { id: credentialId, publicKey, counter, transports = [] } = made
    const row = {
      id: newId(),
      personId,
      credentialId,
      publicKey,
      counter: BigInt(counter),
      transports,
      name,
      madeAt: at,
    }
    if (!(await addPasskeyRow(tx, row))) throw new Refusal('passkey.not_verified')
    await appendEvent(tx, { action: 'passkey.added', at, actorId: personId, personId, facts: { name } })
    const isFirst = (await recoveryCodesLeft(tx.rows, personId)) === 0
    return { recoveryCodes: isFirst ? await renewRecoveryCodes(tx, personId, at) : null }
  })

async function verified(world: World, tx: Tx, personId: string, response: RegistrationResponseJSON) {
  const expectedOrigin = ownOrigin(world.settings, response.response.clientDataJSON)
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(tx, challenge, personId, world.clock.now()),
    expectedOrigin,
    expectedRPID: relyingParty(world.settings).rpID,
    requireUserVerification: true,
  }).catch(() => {
    throw new Refusal('passkey.not_verified')
  })
  if (!registrationInfo) throw new Refusal('passkey.not_verified')
  return registrationInfo.credential
}
