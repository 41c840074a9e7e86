import type { signOutEverywhere as endpoint } from '@tsumugi/kit/contract/people.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { lockPerson } from './person-store.ts'
import { endSessionsOf } from './session-store.ts'

/** Ends every session of the person asking, this one too. */
export const signOutEverywhere: Command<typeof endpoint> = async ({ world, actor }) => {
  const now = world.clock.now()
  await world.db.transact(async (tx) => {
    await lockPerson(tx, actor.personId)
    const ended = await endSessionsOf(tx, actor.personId, now, { reason: 'signed_out_everywhere' })
    if (ended === 0) return
    const { personId } = actor
    await appendEvent(tx, { action: 'session.ended', at: now, actorId: personId, personId, facts: { sessions: ended } })
  })
  return { done: true }
}
