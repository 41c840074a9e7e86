import type { changeMe as endpoint } from '@tsumugi/kit/contract/people.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { changePerson } from './person-store.ts'

/** Changes one's own name and screen settings. */
export const changeMe: Command<typeof endpoint> = async ({ world, actor, body }) => {
  const { personId } = actor
  if (Object.values(body).every((value) => value === undefined)) return { done: true }
  await world.db.transact(async (tx) => {
    await changePerson(tx, personId, body)
    await appendEvent(tx, { action: 'me.changed', at: world.clock.now(), actorId: personId, personId })
  })
  return { done: true }
}
