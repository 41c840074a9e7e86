import type { signIn as endpoint } from '@tsumugi/kit/contract/people.ts'
import { proveSecondFactor } from '../credentials/public.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Caller, OpenCommand } from '../http/implement.ts'
import { networkOf } from '../http/pace.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { findSigningIn } from './get-signing-in.ts'
import { isKnownTo, readDevice, rememberAccount } from './known-device.ts'
import { passwordIsRight } from './passwords.ts'
import { startSession } from './session-store.ts'

/** Starts a session. Nobody learns from the answer, its status or its time whether there is such an account. */
export const signIn: OpenCommand<typeof endpoint> = async ({ world, body, caller }) => {
  const giveBack = await spendTry(world, body.email, caller)
  const person = await findSigningIn(world, body.email)
  const right = await passwordIsRight(person?.passwordHash ?? null, body.password)
  if (!person || !right) throw new Refusal('session.wrong_credentials')
  await giveBack()
  const admission = await world.db.transact(async (tx) => {
    const { id: personId, roles } = person
    await proveSecondFactor(world, tx, { personId, roles, code: body.code })
    await appendEvent(tx, {
      action: 'session.started',
      at: world.clock.now(),
      actorId: person.id,
      personId: person.id,
    })
    return startSession(world, tx, person.id, caller.device)
  })
  return { ...admission, deviceToken: rememberAccount(world, caller.deviceToken, body.email) }
}

/** Counts the try before it is made; answers how to take it back. */
async function spendTry(world: World, email: string, { address, deviceToken }: Caller): Promise<() => Promise<void>> {
  const { pace } = world
  const device = readDevice(world, deviceToken)
  // Strangers who guess at an account, or share a network with its owner, must not shut out who has signed in here before.
  if (isKnownTo(world, device, email)) {
    await pace.slowDown('sign-in for account on device', email, device.nonce)
    return () => pace.forgive('sign-in for account on device', 'everything', email, device.nonce)
  }
  const network = networkOf(address)
  await pace.slowDown('sign-in for account from network', email, network)
  await pace.spend('sign-in from network', network)
  await pace.slowDown('sign-in for account from strangers', email)
  return async () => {
    await pace.forgive('sign-in for account from network', 'everything', email, network)
    await pace.giveBack('sign-in from network', network)
    await pace.forgive('sign-in for account from strangers', 'this try', email)
  }
}
