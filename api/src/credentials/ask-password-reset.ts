import type { askPasswordReset as endpoint } from '@tsumugi/kit/contract/credentials.ts'
import type { OpenCommand } from '../http/implement.ts'
import { networkOf } from '../http/pace.ts'

/**
 * Asks for a link for a new password. Whether there is such an account is looked up later, by a job: neither the answer nor its
 * time tells.
 */
export const askPasswordReset: OpenCommand<typeof endpoint> = async ({ world, body, caller }) => {
  await world.pace.spend('password reset from network', networkOf(caller.address))
  await world.db.transact((tx) => world.jobs.add(tx, 'make-password-reset', { email: body.email }))
  return { answer: { done: true } }
}
