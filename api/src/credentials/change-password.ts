import type { changePassword as endpoint } from '@tsumugi/kit/contract/credentials.ts'
import type { Command } from '../http/command.ts'
import { hashPassword } from '../people/public.ts'
import { provePassword } from './prove-password.ts'
import { settleNewPassword } from './settle-new-password.ts'

/** Changes one's own password; this session goes on, every other ends. */
export const changePassword: Command<typeof endpoint> = async ({ world, actor, body }) => {
  await provePassword(world, actor.personId, body.password)
  const passwordHash = await hashPassword(body.newPassword)
  const { personId, sessionId: exceptSessionId } = actor
  await world.db.transact((tx) => settleNewPassword(world, tx, { personId, passwordHash, exceptSessionId }))
  return { done: true }
}
