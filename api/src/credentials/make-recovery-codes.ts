import type { makeRecoveryCodes as endpoint } from '@tsumugi/kit/contract/credentials.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { provePassword } from './prove-password.ts'
import { renewRecoveryCodes } from './recovery-code-store.ts'

/** Makes ten new recovery codes, shown once; the old ones are worthless from now on. */
export const makeRecoveryCodes: Command<typeof endpoint> = async ({ world, actor: { personId }, body }) => {
  await provePassword(world, personId, body.password)
  const at = world.clock.now()
  return world.db.transact(async (tx) => {
    await appendEvent(tx, { action: 'recovery_code.made', at, actorId: personId, personId })
    return { recoveryCodes: await renewRecoveryCodes(tx, personId, at) }
  })
}
