import type { removePasskey as endpoint } from '@tsumugi/kit/contract/credentials.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isPasskeyOf, removePasskeyOf } from './passkey-store.ts'
import { provePassword } from './prove-password.ts'

/** Takes one of one's passkeys away; whoever must have a second step and has no other is asked for it at once. */
export const removePasskey: Command<typeof endpoint> = async ({ world, actor: { personId }, params, body }) => {
  const { passkeyId } = params
  if (!(await isPasskeyOf(world.db.rows, passkeyId, personId))) throw new Refusal('thing.not_found')
  await provePassword(world, personId, body.password)
  await world.db.transact(async (tx) => {
    if (!(await removePasskeyOf(tx, passkeyId, personId))) return
    const at = world.clock.now()
    await appendEvent(tx, { action: 'passkey.removed', at, actorId: personId, personId, subjectId: passkeyId })
  })
  return { done: true }
}
