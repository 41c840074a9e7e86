import type { resetPassword as endpoint } from '@tsumugi/kit/contract/credentials.ts'
import type { OpenCommand } from '../http/implement.ts'
import { networkOf } from '../http/pace.ts'
import { Refusal } from '../kernel/refusal.ts'
import { hashPassword, rememberAccount } from '../people/public.ts'
import { useReset } from './password-reset-store.ts'
import { settleNewPassword } from './settle-new-password.ts'

/**
 * Sets a new password by a link that works once. Nobody is signed in by it: a second step, where there is one,
 * still stands. But the browser is known from now on: whoever has the letter box is let through while strangers guess.
 */
export const resetPassword: OpenCommand<typeof endpoint> = async ({ world, params, body, caller }) => {
  const network = networkOf(caller.address)
  await world.pace.spend('password reset from network', network)
  // Before the transaction: no connection waits for 30 ms of hashing.
  const passwordHash = await hashPassword(body.password)
  const { email } = await world.db.transact(async (tx) => {
    const personId = await useReset(tx, params.token, world.clock.now())
    if (personId === null) throw new Refusal('password_reset.not_usable')
    return settleNewPassword(world, tx, { personId, passwordHash })
  })
  await world.pace.giveBack('password reset from network', network)
  return { answer: { done: true }, deviceToken: rememberAccount(world, caller.deviceToken, email) }
}
