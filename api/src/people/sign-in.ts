import type { signIn as endpoint } from '@tsumugi/kit/contract/people.ts'
import { proveSecondFactor } from '../credentials/public.ts'
import { appendEvent } from '../events/append-event.ts'
import type { OpenCommand } from '../http/implement.ts'
import { networkOf } from '../http/pace.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { findSigningIn } from './get-signing-in.ts'
import { passwordIsRight } from './passwords.ts'
import { startSession } from './session-store.ts'

/** Starts a session. Nobody learns from the answer, its status or its time whether there is such an account. */
export const signIn: OpenCommand<typeof endpoint> = async ({ world, body, caller }) => {
  const network = networkOf(caller.address)
  const giveBack = await spendTry(world, body.email, network)
  const person = await findSigningIn(world, body.email)
  const right = await passwordIsRight(person?.passwordHash ?? null, body.password)
  if (!person || !right) throw new Refusal('session.wrong_credentials')
  await giveBack()
  await world.pace.remember(body.email, network)
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
  return admission
}

/** Counts the try before it is made; answers how to take it back. */
async function spendTry(world: World, email: string, network: string): Promise<() => Promise<void>> {
  await world.pace.spend('sign-in for account from network', email, network)
  await world.pace.spend('sign-in from network', network)
  // Strangers who guess at an account must not shut out its owner, who comes from where they came from before.
  const isStranger = !(await world.pace.isRemembered(email, network))
  if (isStranger) await world.pace.spend('sign-in for account from strangers', email)
  return async () => {
    await world.pace.giveBack('sign-in for account from network', email, network)
    await world.pace.giveBack('sign-in from network', network)
    if (isStranger) await world.pace.giveBack('sign-in for account from strangers', email)
  }
}
