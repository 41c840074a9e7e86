import type { removeSecondFactor as endpoint } from '@tsumugi/kit/contract/credentials.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { provePassword } from './prove-password.ts'
import { removeCodes } from './second-factor-store.ts'

/** Takes one's one-time codes away, for a new telephone; whoever must have a second step is asked for it at once. */
export const removeSecondFactor: Command<typeof endpoint> = async ({ world, actor: { personId }, body }) => {
  await provePassword(world, personId, body.password)
  await world.db.transact(async (tx) => {
    if (!(await removeCodes(tx, personId))) return
    const at = world.clock.now()
    await appendEvent(tx, { action: 'second_factor.removed', at, actorId: personId, personId })
  })
  return { done: true }
}
