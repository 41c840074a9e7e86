import type { changeMe as endpoint } from '@tsumugi/kit/contract/people.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { refuseIf } from '../kernel/refusal.ts'
import { changePerson } from './person-store.ts'
import { quietMinutes } from './quiet-hours-calc.ts'

/** Changes one’s own name and settings, if they are still in the version that was read. */
export const changeMe: Command<typeof endpoint> = async ({ world, actor, body }) => {
  const { personId } = actor
  const { version, quietHours, ...plain } = body
  refuseIf(quietHours && quietHours.from === quietHours.to ? 'me.no_quiet_hours' : null)
  const values = { ...plain, ...(quietHours !== undefined && quietMinutes(quietHours)) }
  return world.db.transact(async (tx) => {
    const next = await changePerson(tx, personId, version, values)
    await appendEvent(tx, { action: 'me.changed', at: world.clock.now(), actorId: personId, personId })
    return { version: next }
  })
}
